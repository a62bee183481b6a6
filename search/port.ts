/** A value a filter or facet compares: words, numbers or ids as text. */
export type Value = string | number;

export interface Point {
  latitude: number;
  longitude: number;
}

export function isOnEarth({ latitude, longitude }: Point): boolean {
  return Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180;
}

/** What the id of a school looks like. */
export const isUuid = (id: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id);

/**
 * What has to hold, as a tree; no text is ever joined into a query. A field with several values passes when any of
 * them does; a missing field passes `missing` and `not`. Without bounds passes what has a number at all.
 */
export type Filter =
  | { field: string; in: readonly Value[] }
  | { field: string; atLeast?: number; atMost?: number }
  | { field: string; missing: true }
  | { near: Point; withinMetres: number }
  | { all: readonly Filter[] }
  | { any: readonly Filter[] }
  | { not: Filter };

/** One piece of what is looked for. The engine adds up what the pieces find; `weight` is relative to the others. */
export interface Part {
  text: string;
  weight: number;
  /** The last word may still be unfinished. */
  open?: boolean;
  /** Documents with this value count as if they held these (folded) words of the text, a little less. */
  tags?: readonly Tag[];
}

export interface Tag {
  words: readonly string[];
  field: string;
  value: string;
  /** Words that say nearly the same, which documents may hold instead. */
  alike?: readonly string[];
}

/** Documents that hold a value rank higher; `weight` is measured against a best match in words of 1. It finds nothing by itself. */
export interface Leaning {
  field: string;
  value: string;
  weight: number;
}

export interface Question {
  /** Required: nothing outside this school can come back, whatever text and filter say. */
  scope: { schoolId: string };
  /** Empty: everything in scope that passes the filter. */
  parts: readonly Part[];
  leanings?: readonly Leaning[];
  /** Each narrows the answer. A facet is counted without the filter that stands under its own name. */
  filters?: Readonly<Record<string, Filter>>;
  /** Where nothing of what the words find passes the filters: what of all that passes comes closest to the words. */
  orClosest?: boolean;
  facets?: readonly string[];
  /** Asks for the values of a facet that are named so; one that is misspelled where none is spelled so. */
  named?: Naming;
  /** Without a sort: the best match first. Ties always break by id. */
  sort?: Sort;
  /** Language of the reader ("es-MX"): its word forms count more than those of the other languages, which count too. */
  language?: string;
  offset: number;
  limit: number;
}

/**
 * By a number, by a number from a value on (what lies below comes behind, the nearest first), or by distance. What has no
 * such number comes last.
 */
export type Sort = { field: string; descending?: boolean } | { field: string; from: number } | { nearest: Point };

/** Start (included) and end (excluded) of a marked stretch, in UTF-16 units of the text. */
export type Range = readonly [start: number, end: number];

export interface Hit {
  id: string;
  score: number;
  /** Metres from the point of a `nearest` sort. */
  metres?: number;
  /** The kept texts as indexed, for re-ranking, and where the words were found in them. */
  texts: Readonly<Record<string, readonly string[]>>;
  highlights: Readonly<Record<string, readonly (readonly Range[])[]>>;
}

export interface Answer {
  hits: readonly Hit[];
  total: number;
  totalIsExact: boolean;
  /** Facet field, then value, then number of documents. */
  facets: Readonly<Record<string, Readonly<Record<string, number>>>>;
  /** The most frequent first, counted as `facets` counts them; those that no document has are left out. */
  named: readonly { value: string; count: number }[];
  /** What the engine took the words of the question for. */
  meanings: readonly Meaning[];
  /** Which engine answered. */
  served: EngineName;
  /** The first choice was down and another engine answered. */
  degraded: boolean;
}

/** Values of a facet by their names; only facets whose values have names can be asked. */
export interface Naming {
  facet: string;
  /** What stands in a name from the beginning of one of its words on; the last word may be unfinished. Empty: every name. */
  name: string;
  limit: number;
}

/** Several questions of which only the totals are asked; none is answered by what merely comes closest. */
export interface TotalsQuestion extends Pick<Question, "scope" | "filters" | "language"> {
  /** Each with its words, and the names of the filters that it goes without. */
  each: readonly { parts: readonly Part[]; without: readonly string[] }[];
}

export interface TotalsAnswer extends Pick<Answer, "served" | "degraded"> {
  /** In the order of the questions. */
  totals: readonly number[];
}

export interface CountAnswer extends Pick<Answer, "served" | "degraded"> {
  count: number;
}

/** A word that was typed, and a word of the index it may stand for: `quality` 1 when it is the same. */
export interface Meaning {
  word: string;
  term: string;
  quality: number;
  /** Inverse document frequency of what was typed; 1 where an engine does not know. */
  rarity: number;
}

/** How rare a word is in an index. */
export interface Rarity {
  /** Inverse document frequency. */
  idf: number;
  /** A document holds the word, in the singular or the plural. */
  isHeld: boolean;
}

export type EngineName = "postgres" | "meilisearch";

export interface SearchDocument {
  id: string;
  schoolIds: readonly string[];
  /** Microseconds of one clock at the reading of the source row; an older one never replaces a newer one. */
  version: number;
  texts: Readonly<Record<string, readonly string[]>>;
  facets: Readonly<Record<string, readonly Value[]>>;
  numbers: Readonly<Record<string, number | null>>;
  /** Numbers that each school has its own of, by its id. A question reads those of the school it asks for, and no other's. */
  ownNumbers?: Readonly<Record<string, Readonly<Record<string, number>>>>;
  point: Point | null;
}

export interface Capabilities {
  engine: EngineName;
  /** Totals and facet counts are exact. */
  exactTotals: boolean;
  /** The engine weighs the words of a part by their rarity; without it the planner sends the words as parts. */
  weighsWords: boolean;
}

/** Finds documents. Text, filters and ids may be anything; what an engine cannot do it says with a `SearchError`. */
export interface Search {
  readonly capabilities: Capabilities;
  search(index: string, question: Question): Promise<Answer>;
  /** What `search` would say of each as its total, asked at once. */
  totals(index: string, question: TotalsQuestion): Promise<TotalsAnswer>;
  /**
   * Replaces whole documents; repeats and order do not matter. Resolves when they can be found. A document that cannot be
   * taken is set aside: `bad_document` names it, after all others are in.
   */
  put(index: string, documents: readonly SearchDocument[]): Promise<void>;
  remove(index: string, removals: readonly { id: string; version: number }[]): Promise<void>;
  /** Takes an index away with all that is in it. What is not there is gone already. Only `throw-away/…` names: others throw `bad_question`. */
  drop(index: string): Promise<void>;
  /** Of each (folded) word, where an engine knows it. */
  rarities?(index: string, words: readonly string[]): Promise<ReadonlyMap<string, Rarity>>;
  /** Counts the documents a school can find. */
  count(index: string, scope: { schoolId: string }): Promise<CountAnswer>;
}

/** One engine, with what its upkeep needs. */
export interface SearchIndex extends Search {
  /** Of the engine. Throws `engine_unfit` where it is too old to be used. */
  version(): Promise<string>;
  /** The index is there and was built with the settings as they are now. */
  isCurrent(index: string): Promise<boolean>;
  /**
   * Builds the index anew from all documents there are, with the settings as they are now. Until it is done questions
   * find what was there before. What `put` and `remove` bring meanwhile stays, if it is newer.
   */
  rebuild(index: string, documents: DocumentStream): Promise<Rebuilt>;
  /**
   * Takes away what runs that were killed have left: indexes that were thrown away a day ago, and such as nobody builds any more.
   * What is younger, or another installation's, stays. Answers how the engine called them. What the database keeps of removed
   * documents, so that nothing older brings them back, goes after a day as well.
   */
  sweep(now: Date): Promise<string[]>;
  /** Everything the index holds, in any order; what changes meanwhile may be there or not. */
  holdings(index: string): AsyncIterable<readonly Holding[]>;
}

/** Batches of documents, so that no process holds all of them at once. */
export type DocumentStream = AsyncIterable<readonly SearchDocument[]> | Iterable<readonly SearchDocument[]>;

export interface Rebuilt {
  taken: number;
  refused: readonly Refusal[];
}

/** A document the engine did not take, and its words why. */
export interface Refusal {
  id: string;
  because: string;
}

export interface Holding {
  id: string;
  /** What the document says (see search/fingerprint.ts); null where it cannot be read. */
  fingerprint: string | null;
}

/**
 * `engine_down` passes by itself, and so does `engine_busy`: another writer keeps the index, and nothing is wrong with the
 * engine. `engine_unfit` needs somebody: the engine is too old, refuses the key, or has yet to be filled. `question_refused`:
 * the engine does not take this one question, which another one may. The others are mistakes of the caller or of a document.
 */
export type SearchFault =
  | "engine_down"
  | "engine_busy"
  | "engine_unfit"
  | "question_refused"
  | "unknown_index"
  | "unknown_field"
  | "bad_question"
  | "bad_document";

/** By what it says of itself: pages and server are built apart and hold a copy of the class each. */
export const isSearchError = (thrown: unknown): thrown is SearchError =>
  thrown instanceof Error && thrown.name === "SearchError" && "fault" in thrown;

export class SearchError extends Error {
  readonly fault: SearchFault;
  /** With `bad_document`: which ones. */
  readonly refused: readonly Refusal[];

  constructor(
    fault: SearchFault,
    message: string,
    { refused = [], ...options }: ErrorOptions & { refused?: readonly Refusal[] } = {},
  ) {
    super(message, options);
    this.name = "SearchError";
    this.fault = fault;
    this.refused = refused;
  }
}
