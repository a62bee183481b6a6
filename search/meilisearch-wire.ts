/** A document as Meilisearch keeps it. Absent where there is nothing: so a filter on a missing field needs one test only. */
export interface StoredDocument {
  /** Primary key: the id, or its hash where Meilisearch does not take the id itself. */
  key: string;
  id: string;
  /** Empty for a removed document and for the index's mark: a question always names a school, so neither is ever found. */
  schoolIds: string[];
  version: number;
  fingerprint?: string;
  /** Over all the rest: whoever changed the document at the server has not made it. */
  seal?: string;
  removed?: true;
  texts?: Record<string, readonly string[]>;
  /** Runs of letters without spaces in the texts, each with spaces between its letters. */
  letters?: Record<string, readonly string[]>;
  facets?: Record<string, readonly string[]>;
  numbers?: Record<string, number | Readonly<Record<string, number>>>;
  /** For facets whose values have names: each name from each of its words on, with its value behind. */
  names?: Record<string, readonly string[]>;
  _geo?: { lat: number; lng: number };
  /** Only in the mark: the hash of the settings the index was built with, which of all rebuilds built it, and whose it is. */
  builtWith?: string;
  build?: string;
  owner?: string;
}

/** One query of a federated search. */
export interface WireQuery {
  indexUid: string;
  q: string;
  filter: string;
  sort?: string[];
  /** Languages of the text; left out, Meilisearch guesses. */
  locales?: string[];
  attributesToRetrieve: string[];
  federationOptions: { weight: number };
}

export interface WireSearch {
  federation: { offset: number; limit: number; facetsByIndex?: Record<string, string[]> };
  queries: WireQuery[];
}

/** A search among the values of one field, for those that begin with a text. */
export interface WireValueSearch {
  facetName: string;
  facetQuery: string;
  filter: string;
}

export interface WireHit {
  id: string;
  /** Of the mark. */
  owner?: string;
  texts?: Record<string, readonly string[]>;
  _geoDistance?: number;
  _federation?: { weightedRankingScore: number };
}

export interface WireAnswer {
  hits: WireHit[];
  estimatedTotalHits?: number;
  facetsByIndex?: Record<string, { distribution: Record<string, Record<string, number>> }>;
}

/** How a task ended. One that does not end in time, or is cancelled, throws `engine_down`. */
export type TaskEnd = { status: "succeeded" } | { status: "failed"; code: string; type: string; message: string };

export interface Swap {
  kind: "with-existing" | "rename";
  hasHappened: () => Promise<boolean>;
}

/** The used part of a Meilisearch server. Everything throws `SearchError`: `engine_down`, or `engine_unfit` with a code in `cause`. */
export interface MeiliServer {
  version(): Promise<string>;
  searchTogether(search: WireSearch): Promise<WireAnswer>;
  searchValues(uid: string, search: WireValueSearch): Promise<string[]>;
  /** Uids of all indexes that begin so. */
  listUids(prefix: string): Promise<string[]>;
  fetchDocuments(
    uid: string,
    page: { filter: string; fields: (keyof StoredDocument)[]; offset?: number; limit: number },
  ): Promise<Partial<StoredDocument>[]>;
  createIndex(uid: string): Promise<TaskEnd>;
  setUp(uid: string, settings: object): Promise<TaskEnd>;
  /** Replaces whole documents. */
  addDocuments(uid: string, documents: readonly StoredDocument[]): Promise<TaskEnd>;
  /**
   * Gives `from` the name of `to`; what was there before, if anything, gets the name of `from`. The task of a swap belongs to
   * no index, so a key that is for our indexes alone cannot follow it: `hasHappened` looks instead.
   */
  swap(from: string, to: string, how: Swap): Promise<void>;
  deleteIndex(uid: string): Promise<TaskEnd>;
}

/** Runs work while nobody else, in any process, runs work under the same name. */
export type Exclusively = <Result>(name: string, work: () => Promise<Result>) => Promise<Result>;
