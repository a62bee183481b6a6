import { sql } from "kysely";
import { allowedTypos, countTypos } from "./edit-distance";
import { type TextLanguage, textLanguageOf } from "./languages";
import type { Question } from "./port";
import type { EngineTx } from "./postgres-write";
import { STOP_WORDS } from "./stop-words";
import { tagTerm } from "./weigh-document";
import { type Likeness, likenessOf } from "./word-likeness";
import { isOfRun, wordsOf } from "./words";

/** Endings that one unfinished word may stand for, the most frequent first. */
const LONGEST_PREFIX_LIST = 30;
/** Similar words looked at for one word that was typed. */
const LONGEST_TYPO_LIST = 16;
/** Words of one question that count; the rest is ignored. */
const MOST_WORDS = 16;
/** What a word that only ties others together counts beside them: in a small index such words can be rare. */
const TIE = 0.1;
/** Variants nearly as good as the best one make a word as frequent as they are together. */
const NEARLY_AS_GOOD = 0.8;

interface AskedWord {
  word: string;
  weight: number;
  open: boolean;
  /** It only ties others together. */
  isTie: boolean;
  tags: string[];
  alike: string[];
}

/** A word that was typed. `rarity` is its inverse document frequency, `weight` the part's it came from. */
export interface Slot extends AskedWord {
  rarity: number;
}

/** A word (or tag) of the index that may be meant by a slot. */
export interface Variant {
  slot: number;
  termNumber: number;
  term: string;
  quality: number;
  rarity: number;
}

export interface Understood {
  slots: Slot[];
  variants: Variant[];
}

interface Candidate {
  slot: number;
  number: number;
  term: string;
  documents: number;
  how: Likeness;
  /** With `stem`: the languages in which both words have one. */
  languages: string[] | null;
}

/** Which words of the index are meant by the words of a question, and how rare they are. */
export async function understand(
  tx: EngineTx,
  index: string,
  { parts, language }: Pick<Question, "parts" | "language">,
): Promise<Understood> {
  const [understood] = await understandEach(tx, index, { texts: [parts], language });
  return understood ?? { slots: [], variants: [] };
}

/** The same for several texts, whose words are looked up together, each once. */
export async function understandEach(
  tx: EngineTx,
  index: string,
  { texts, language }: Pick<Question, "language"> & { texts: readonly Question["parts"][] },
): Promise<Understood[]> {
  const asked = texts.map(askedWords);
  const distinct = new Map(asked.flat().map((word) => [keyOf(word), word]));
  if (distinct.size === 0) return asked.map(() => ({ slots: [], variants: [] }));
  const { all, candidates } = await findCandidates(tx, index, [...distinct.values()]);
  const found = new Map(
    [...distinct].map(([key, word], place) => [
      key,
      chooseVariants(
        { ...word, language: textLanguageOf(language) },
        candidates.filter(({ slot }) => slot === place),
      ),
    ]),
  );
  return asked.map((words) => ({
    slots: words.map((word) => ({ ...word, rarity: rarityOf(found.get(keyOf(word))?.documents ?? 0, all) })),
    variants: words.flatMap((word, slot) => {
      const { variants = [], documents = 0 } = found.get(keyOf(word)) ?? {};
      return variants.map((variant) => ({
        slot,
        termNumber: variant.number,
        term: variant.term,
        quality: variant.quality,
        rarity: rarityOf(isTyped(variant) ? documents : variant.documents, all),
      }));
    }),
  }));
}

/** All that the words meant follow from. */
const keyOf = ({ word, open, tags, alike }: AskedWord) => JSON.stringify([word, open, tags, alike]);

function askedWords(parts: Question["parts"]): AskedWord[] {
  const asked = new Map<string, AskedWord>();
  for (const { text, weight, open = false, tags = [] } of parts) {
    const words = wordsOf(text);
    const says = words.some((word) => !STOP_WORDS.includes(word));
    for (const [place, word] of words.entries()) {
      const known = asked.get(word);
      const isTie = says && STOP_WORDS.includes(word);
      const counts = isTie ? weight * TIE : weight;
      const named = tags.filter((tag) => tag.words.includes(word));
      asked.set(word, {
        word,
        weight: Math.max(counts, known?.weight ?? 0),
        open: (open && place === words.length - 1 && !isOfRun(word)) || known?.open === true,
        isTie: isTie && known?.isTie !== false,
        tags: [...(known?.tags ?? []), ...named.map(({ field, value }) => tagTerm(field, value))],
        alike: [...(known?.alike ?? []), ...named.flatMap(({ alike = [] }) => alike)],
      });
    }
  }
  return [...asked.values()].slice(0, MOST_WORDS);
}

/**
 * Trigrams miss short words with two letters swapped: `hosre` and `horse` share one. So every word of about the same length
 * that begins with the first or second letter typed is measured; a swap counts two here, and one in `likenessOf`. A word
 * that the index knows is taken for a typo of more frequent ones only. Trigrams, ten times as dear, are left to words that
 * nothing in the index has the stem of: those may begin with a wrong letter.
 */
const similarSql = (index: string) => sql`
  select b.number, b.term, b.documents, 'similar' from unnest(a.letters) as begins (letter), unnest(a.lengths) as long (letters), lateral (
    select number, term, documents, levenshtein_less_equal(term, a.word, 2 * a.typos) as typos from search_terms
    where index_name = ${index} and length(term) = long.letters and term >= begins.letter and term < begins.letter || chr(1114111)
      and documents > a.documents and term <> a.word offset 0) b
  where a.typos > 0 and b.typos <= 2 * a.typos
  order by b.typos, b.documents desc, b.term limit ${LONGEST_TYPO_LIST}`;

/** Longer words that begin nearly as one that is still being typed and begins none as it stands. A swap counts two here as well. */
const begunSql = (index: string) => sql`
  select b.number, b.term, b.documents, 'begun' from unnest(a.letters) as begins (letter), lateral (
    select number, term, documents, (
      select min(levenshtein_less_equal(left(term, long.letters), a.word, 2 * a.typos)) from unnest(a.lengths) as long (letters)) as typos
    from search_terms
    where index_name = ${index} and length(term) > length(a.word) and term >= begins.letter and term < begins.letter || chr(1114111) offset 0) b
  where a.begins_none and b.typos <= 2 * a.typos
  order by b.typos, b.documents desc, b.term limit ${LONGEST_TYPO_LIST}`;

async function findCandidates(tx: EngineTx, index: string, asked: readonly AskedWord[]) {
  const columns = {
    words: asked.map(({ word }) => word),
    open: asked.map(({ open }) => open),
    typos: asked.map(({ word }) => allowedTypos(word)),
  };
  const named = asked.flatMap(({ tags, alike }, place) => [
    ...tags.map((term) => ({ place, term, how: "tag" })),
    ...alike.map((term) => ({ place, term, how: "alike" })),
  ]);
  const { rows } = await sql<Candidate & { all: number | null }>`
    with word as materialized (
      select (slot - 1)::integer as slot, word collate "C" as word, open, typos, app.search_stems(word) as stems
      from unnest(${columns.words}::text[], ${columns.open}::boolean[], ${columns.typos}::integer[]) with ordinality as w (word, open, typos, slot)),
    stem as materialized (
      select w.slot, t.number, t.term, t.documents,
        (select array_agg(split_part(stem, ':', 1)) from unnest(t.stems) as stem where stem = any (w.stems)) as languages
      from word w join search_terms t on t.index_name = ${index} and t.stems && w.stems),
    asked as materialized (
      select w.slot, w.word, w.open, w.typos, array[left(word, 1)] || array_remove(array[substr(word, 2, 1)], left(word, 1)) as letters,
        array(select generate_series(length(word) - typos, length(word) + typos)) as lengths,
        k.documents is not null as known, coalesce(k.documents, 0) as documents,
        case when open and typos > 0 and k.documents is null then not exists (
          select from search_terms where index_name = ${index} and term > w.word and term < w.word || chr(1114111)) else false end as begins_none
      from word w cross join lateral (select max(documents) as documents from stem s where s.slot = w.slot) k),
    meant as (
      select slot, number, term, documents, 'stem' as how, languages from stem
      union all
      select a.slot, t.number, t.term, t.documents, t.how, null from asked a cross join lateral (
        (select number, term, documents, 'prefix' as how from search_terms
          where a.open and index_name = ${index} and term > a.word and term < a.word || chr(1114111)
          order by documents desc, term limit ${LONGEST_PREFIX_LIST})
        union all
        (select number, term, documents, 'similar' from search_terms
          where not a.known and a.typos > 0 and index_name = ${index} and term % a.word and term <> a.word and term not like '=%'
          order by levenshtein_less_equal(term, a.word, a.typos + 1) > a.typos + 1, similarity(term, a.word) desc, term limit ${LONGEST_TYPO_LIST})
        union all
        (${similarSql(index)})
        union all
        (${begunSql(index)})
      ) t
      union all
      select a.slot, number, s.term, documents, a.how, null
      from unnest(${named.map(({ place }) => place)}::integer[], ${named.map(({ term }) => term)}::text[], ${named.map(({ how }) => how)}::text[]) as a (slot, term, how)
      join search_terms s on s.index_name = ${index} and s.term = a.term collate "C")
    select meant.slot, meant.number, meant.term, meant.documents, meant.how, meant.languages, (select documents from search_indexes where name = ${index}) as all from meant`.execute(
    tx,
  );
  return { all: rows[0]?.all ?? 0, candidates: rows };
}

type Weighed = Candidate & { quality: number };

/** The candidates that may be meant, each once with its best quality, and in how many documents the word is, so meant. */
function chooseVariants(
  { word, tags, language }: AskedWord & { language: TextLanguage | undefined },
  candidates: readonly Candidate[],
): { variants: Weighed[]; documents: number } {
  const known = candidates.filter(({ how }) => how === "stem" || how === "prefix");
  const asTyped = known.length === 0 ? null : Math.max(...known.map(({ documents }) => documents));
  const best = new Map<number, Weighed>();
  // Where a whole word was nearly typed, no beginning is looked for.
  const isWhole = candidates.some(({ how, term }) => how === "similar" && isForgiven(word, term));
  for (const candidate of isWhole ? candidates.filter(({ how }) => how !== "begun") : candidates) {
    const quality = likenessOf({ word, asTyped, isExplained: tags.length > 0, language }, candidate);
    if (quality > (best.get(candidate.number)?.quality ?? 0)) best.set(candidate.number, { ...candidate, quality });
  }
  const variants = [...best.values()];
  const words = variants.filter(isTyped);
  const strongest = Math.max(0, ...words.map(({ quality }) => quality));
  const documents = words
    .filter(({ quality }) => quality >= strongest * NEARLY_AS_GOOD)
    .reduce((sum, variant) => sum + variant.documents, 0);
  return { variants, documents };
}

function isForgiven(word: string, term: string): boolean {
  const allowed = allowedTypos(word);
  return countTypos(word, term, allowed) <= allowed;
}

/** A form of the typed word itself; a tag or a word alike has a frequency of its own. */
const isTyped = ({ how }: Candidate) => how !== "tag" && how !== "alike";

/** Inverse document frequency, never negative (Robertson & Zaragoza 2009, with the +1 that Lucene adds). */
export function rarityOf(documents: number, all: number): number {
  const held = Math.min(documents, all);
  return Math.log(1 + (all - held + 0.5) / (held + 0.5));
}
