import type { Pool } from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { buildConcurrentIndexes, concurrentIndexes } from "~db/concurrent-indexes";
import { createPool } from "~db/connection.server";
import { listMigrations, migrate } from "~db/migrate";
import { createEmptyDatabase, createTestDatabase, type TestDatabase } from "../support/database";
import { sql } from "../support/sql";

let database: TestDatabase;
let owner: Pool;
beforeAll(async () => {
  database = await createTestDatabase();
  owner = createPool(database.ownerUrl, 4);
});
afterAll(async () => {
  await owner.end();
  await database.drop();
});

const names = concurrentIndexes.map(({ name }) => name).sort();
const validOnes = async () =>
  (
    await sql<{ name: string }>(
      database,
      "select c.relname as name from pg_index i join pg_class c on c.oid = i.indexrelid where i.indisvalid and c.relname = any ($1) order by 1",
      [names],
    )
  ).map(({ name }) => name);

test("every migration waits for a lock for a few seconds only", () => {
  const waiting = listMigrations().filter(({ text }) => !/^set local lock_timeout = '\d+s';$/m.test(text));
  expect(waiting.map(({ name }) => name)).toEqual([]);
});

test("no migration after the first ten locks a table that has rows to build an index: those are built beside", () => {
  const later = listMigrations().filter(({ name }) => name > "0011");
  const locking = later.flatMap(({ name, text }) =>
    [...text.matchAll(/create (?:unique )?index \S+ on (\w+)/g)]
      .filter(([, table]) => !text.includes(`create table ${table} `))
      .map(([statement]) => `${name}: ${statement}`),
  );
  expect(locking).toEqual([]);
});

/** These were released after later numbers, such as 0045. */
const RELEASED_LATE = /^00(?:28|29|32|34|35|4[1-3])-/;

test.each(["imports-of-contacts", "imports-of-guardians"])(
  "files of every kind are taken when %s comes last",
  async (last) => {
    const all = listMigrations();
    const before = all.filter(({ name }) => name < "0159" && !name.includes(last));
    const { name, ownerUrl, drop } = await createEmptyDatabase();
    const pool = createPool(ownerUrl, 1);
    try {
      await migrate(ownerUrl, { migrations: before, indexes: [] });
      await migrate(ownerUrl, { migrations: all, indexes: [] });
      const { rows } = await pool.query(
        "select pg_get_constraintdef(oid) as kinds, convalidated from pg_constraint where conname = 'imports_kind_check'",
      );
      expect(rows, name).toEqual([{ kinds: expect.any(String), convalidated: true }]);
      for (const kind of ["placements", "students", "guardians", "contacts"])
        expect(rows[0].kinds).toContain(`'${kind}'`);
    } finally {
      await pool.end();
      await drop();
    }
  },
);

test("a database that has run later numbers takes what was released after them", async () => {
  const before = listMigrations().filter(({ name }) => name < "0046" && !RELEASED_LATE.test(name));
  expect(before.length).toBeGreaterThan(25);
  const { name, ownerUrl, drop } = await createEmptyDatabase();
  try {
    expect(await migrate(ownerUrl, { migrations: before, indexes: [] })).toHaveLength(before.length);
    const added = await migrate(ownerUrl);
    expect([...before.map((migration) => migration.name), ...added].sort()).toEqual(
      listMigrations().map((migration) => migration.name),
    );
    expect(await migrate(ownerUrl), name).toEqual([]);
  } finally {
    await drop();
  }
});

test("a migrated database has every index, and building again does nothing", async () => {
  expect(await validOnes()).toEqual(names);
  expect(await buildConcurrentIndexes(owner)).toEqual([]);
});

test("an index whose build broke off is built anew, while rows are written, by one of several starts", async () => {
  await sql(database, "update pg_index set indisvalid = false where indexrelid = 'pursuits_by_student'::regclass");
  const built = await Promise.all([1, 2, 3].map(() => buildConcurrentIndexes(owner)));
  expect(built.flat()).toEqual(["pursuits_by_student"]);
  expect(await validOnes()).toEqual(names);
});
