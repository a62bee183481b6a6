import { createDatabase, type Database } from "~db/connection.server";
import { withSearchTables } from "~db/scope.server";
import { tidySearchTables } from "~db/search-tables.server";
import type { Answer, Question, Search, SearchDocument, SearchIndex } from "~search/port";
import { createPostgresIndex } from "~search/postgres-index";

export const LAKEVIEW = "01990000-5000-7000-8000-000000000001";
export const HARBOR = "01990000-5000-7000-8000-000000000002";
export const INDEX = "placements";

export interface OpenIndex {
  search: SearchIndex;
  close(): Promise<void>;
}

export function openPostgresIndex(webUrl: string, max = 6): OpenIndex & { db: Database } {
  const db = createDatabase(webUrl, { max });
  const search = createPostgresIndex(
    (work) => withSearchTables({ db }, work),
    () => tidySearchTables({ db }),
  );
  return { db, search, close: () => db.close() };
}

let next = 0;

/** A document listed at Lakeview that says only what a test is about. */
export function makeDocument(
  said: Partial<Omit<SearchDocument, "texts">> & { title?: string; texts?: SearchDocument["texts"] },
): SearchDocument {
  next += 1;
  const { title = `Placement ${next}`, texts = {}, ...rest } = said;
  return {
    id: `d${next}`,
    schoolIds: [LAKEVIEW],
    version: 1,
    facets: {},
    numbers: {},
    point: null,
    ...rest,
    texts: { title: [title], ...texts },
  };
}

/** Asks at Lakeview, with a finished last word, for the first twenty. */
export function ask(search: Search, question: Partial<Question> & { text?: string; open?: boolean }): Promise<Answer> {
  const { text, open = false, ...rest } = question;
  const parts = text === undefined ? [] : [{ text, weight: 1, open }];
  return search.search(INDEX, { scope: { schoolId: LAKEVIEW }, parts, offset: 0, limit: 20, ...rest });
}

export const idsOf = (answer: Answer) => answer.hits.map(({ id }) => id);
