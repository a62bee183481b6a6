import { sql } from "kysely";
import type { Rarity } from "./port";
import { rarityOf } from "./postgres-vocabulary";
import type { EngineTx } from "./postgres-write";

/** How rare each word is in an index; one that no document holds is the rarest, since it may be a rare one misspelled. */
export async function readRarities(
  tx: EngineTx,
  index: string,
  words: readonly string[],
): Promise<ReadonlyMap<string, Rarity>> {
  const { rows } = await sql<{ word: string; documents: number; all: number; held: boolean }>`
    select w.word, coalesce(t.documents, 0) as documents, coalesce(i.documents, 0) as all,
      exists (select from search_terms f where f.index_name = ${index} and f.documents > 0
        and f.term = any (array[w.word, w.word || 's', regexp_replace(w.word, 's$', '')] collate "C")) as held
    from unnest(${[...words]}::text[]) as w (word)
    left join search_terms t on t.index_name = ${index} and t.term = w.word collate "C"
    left join search_indexes i on i.name = ${index}`.execute(tx);
  return new Map(rows.map(({ word, documents, all, held }) => [word, { idf: rarityOf(documents, all), isHeld: held }]));
}
