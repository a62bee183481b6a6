import { sql } from "kysely";
import { rarityOf } from "./postgres-vocabulary";
import type { EngineTx } from "./postgres-write";

/** How rare each word is in an index; one that no document holds is the rarest, since it may be a rare one misspelled. */
export async function readRarities(
  tx: EngineTx,
  index: string,
  words: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ word: string; documents: number; all: number }>`
    select w.word, coalesce(t.documents, 0) as documents, coalesce(i.documents, 0) as all
    from unnest(${[...words]}::text[]) as w (word)
    left join search_terms t on t.index_name = ${index} and t.term = w.word collate "C"
    left join search_indexes i on i.name = ${index}`.execute(tx);
  return new Map(rows.map(({ word, documents, all }) => [word, rarityOf(documents, all)]));
}
