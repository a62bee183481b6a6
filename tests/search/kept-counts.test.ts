import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { Question } from "~search/port";
import { createTestDatabase, type TestDatabase } from "../support/database";
import { sql } from "../support/sql";
import { ask, HARBOR, INDEX, makeDocument, type OpenIndex, openPostgresIndex } from "./documents";

let database: TestDatabase;
/** Two processes with the same tables. */
let one: OpenIndex;
let other: OpenIndex;
beforeAll(async () => {
  database = await createTestDatabase();
  one = openPostgresIndex(database.webUrl);
  other = openPostgresIndex(database.webUrl);
});
beforeEach(() => one.search.rebuild(INDEX, [[placement("a", "internship"), placement("b", "internship")]]));
afterAll(async () => {
  await one.close();
  await other.close();
  await database.drop();
});

let version = 1;
function placement(id: string, kind: string, schoolIds?: string[]) {
  version += 1;
  return makeDocument({ id, version, facets: { kind: [kind], weekday: [1] }, ...(schoolIds && { schoolIds }) });
}
const kinds = async (process: OpenIndex, question: Partial<Question> = {}) =>
  (await ask(process.search, { facets: ["kind"], ...question })).facets.kind;

test("what another process replaces, adds and takes out is in the next counts", async () => {
  expect(await kinds(one)).toEqual({ internship: 2 });
  await other.search.put(INDEX, [placement("b", "shadow_day")]);
  expect(await kinds(one)).toEqual({ internship: 1, shadow_day: 1 });
  await other.search.put(INDEX, [placement("c", "shadow_day")]);
  expect(await kinds(one)).toEqual({ internship: 1, shadow_day: 2 });
  await other.search.remove(INDEX, [{ id: "a", version: version + 1 }]);
  expect(await kinds(one)).toEqual({ shadow_day: 2 });
  await other.search.rebuild(INDEX, [[placement("d", "internship")]]);
  expect(await kinds(one)).toEqual({ internship: 1 });
});

test("each school, each limit and each list of facets has counts of its own", async () => {
  await one.search.put(INDEX, [placement("h", "classroom_expert", [HARBOR])]);
  const onTuesday = { filters: { weekday: { field: "weekday", in: [2] } } };
  for (const _ of ["counted", "kept"]) {
    expect(await kinds(one)).toEqual({ internship: 2 });
    expect(await kinds(one, { scope: { schoolId: HARBOR } })).toEqual({ classroom_expert: 1 });
    expect(await kinds(one, onTuesday)).toEqual({});
    expect((await ask(one.search, { facets: ["weekday"], ...onTuesday })).facets).toEqual({ weekday: { 1: 2 } });
    expect(await kinds(one, { parts: [{ text: "nowhere", weight: 1 }] })).toEqual({});
  }
});

test("nothing is counted twice while the index stays as it is", async () => {
  await kinds(one);
  await sql(database, "update search_documents set facets = '{}'");
  expect(await kinds(one)).toEqual({ internship: 2 });
  expect(await kinds(other)).toEqual({});
});
