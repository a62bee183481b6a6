import { afterAll, beforeAll, expect, test } from "vitest";
import { DEFAULT_WEIGHTS, readWeights } from "~/domain/matching/weights";
import { listMigrations, migrate } from "~db/migrate";
import { createEmptyDatabase } from "../support/database";
import { openSuperuser, type Rows } from "../support/superuser";

const school = "00000000-0000-4000-8000-000000000001";
/** As every school began when a shared language counted. */
const SPEAKING = { wish: 4000, interests: 3000, travel: 1000, days: 800, goals: 500, language: 400, continuity: 300 };

let database: Awaited<ReturnType<typeof createEmptyDatabase>>;
let superuser: Rows;
beforeAll(async () => {
  database = await createEmptyDatabase();
  superuser = await openSuperuser(database.superuserUrl);
});
afterAll(async () => {
  await superuser.end();
  await database.drop();
});

test("weights that a school stored give the points of a shared language to the student's own wish, and are valid", async () => {
  const migrations = listMigrations().filter(({ name }) => name < "0068");
  await migrate(database.ownerUrl, { migrations, indexes: [] });
  await superuser.rows("insert into districts (id, name) values ($1, 'Lake')", [school]);
  await superuser.rows(
    `insert into schools (id, district_id, slug, name, time_zone, postal_address, help_name, help_phone)
      values ($1, $1, 'lake', 'Lake', 'America/Los_Angeles', '1 Lake Street', 'Ines', '555-0100')`,
    [school],
  );
  const silent = { ...SPEAKING, wish: 4100, language: 0, interests: 3300 };
  for (const [version, student] of [
    [2, SPEAKING],
    [3, silent],
  ] as const)
    await superuser.rows("insert into match_weights (school_id, version, weights) values ($1, $2, $3)", [
      ...[school, version],
      JSON.stringify({ ...DEFAULT_WEIGHTS, version, student }),
    ]);
  await migrate(database.ownerUrl);
  const stored = await superuser.rows("select weights from match_weights order by version");
  expect(stored.map(({ weights }) => readWeights(weights))).toEqual([
    { ok: true, value: { ...DEFAULT_WEIGHTS, version: 2, student: { ...SPEAKING, wish: 4400, language: 0 } } },
    { ok: true, value: { ...DEFAULT_WEIGHTS, version: 3, student: silent } },
  ]);
});
