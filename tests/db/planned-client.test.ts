import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createDatabase, createPool } from "~db/connection.server";
import { PlannedClient } from "~db/planned-client";
import { withSystem } from "~db/scope.server";
import { createTestDatabase, type TestDatabase } from "../support/database";

let database: TestDatabase;
let pool: ReturnType<typeof createPool>;
beforeAll(async () => {
  database = await createTestDatabase();
  pool = createPool(database.superuserUrl, 1, PlannedClient);
});
afterAll(async () => {
  await pool.end();
  await database.drop();
});

const kept = async () => {
  const { rows } = await pool.query("select statement from pg_prepared_statements order by name");
  return rows.map(({ statement }) => statement);
};

test("what a connection is asked again is planned once, and answers each time for the values of that time", async () => {
  const doubled = async (value: number) => (await pool.query("select 2 * $1::integer as twice", [value])).rows[0].twice;
  expect(await doubled(1)).toBe(2);
  expect(await kept()).not.toContain("select 2 * $1::integer as twice");
  expect([await doubled(2), await doubled(3), await doubled(-4)]).toEqual([4, 6, -8]);
  expect(await kept()).toContain("select 2 * $1::integer as twice");
});

test("a statement whose columns are open goes on answering when a table gets another column", async () => {
  await pool.query("create table growing (a integer)");
  await pool.query("insert into growing values (1)");
  const ask = async () => (await pool.query("select * from growing where a = $1", [1])).rows;
  for (const _ of [1, 2, 3]) expect(await ask()).toEqual([{ a: 1 }]);
  await pool.query("alter table growing add column b integer");
  expect(await ask()).toEqual([{ a: 1, b: null }]);
});

test("a statement that names its columns outlives another column, and one that failed can be asked again", async () => {
  await pool.query("create table named (a integer check (a > 0))");
  const add = (value: number) => pool.query("insert into named (a) values ($1) returning a", [value]);
  await add(1);
  await add(2);
  await expect(add(-1)).rejects.toThrow(/check/);
  await pool.query("alter table named add column b integer");
  expect((await add(3)).rows).toEqual([{ a: 3 }]);
});

test("a connection keeps no more than a few hundred statements, whatever it is asked", async () => {
  for (let turn = 0; turn < 300; turn += 1)
    for (const _ of [1, 2]) await pool.query(`select $1::integer + ${turn} as sum`, [1]);
  expect((await kept()).length).toBeLessThanOrEqual(200);
  const { rows } = await pool.query("select $1::integer + 299 as sum", [1]);
  expect(rows).toEqual([{ sum: 300 }]);
});

test("what is said once about an index over one state means the same each time", async () => {
  const db = createDatabase(database.webUrl, { max: 1 });
  try {
    const claim = (id: string) =>
      withSystem({ db }, async (tx) => {
        await sql`create temporary table if not exists claims (id text, state text)`.execute(tx);
        await sql`create unique index if not exists one_open_claim on claims (id) where state = 'open'`.execute(tx);
        await sql`insert into claims (id, state) values (${id}, 'open') on conflict (id) where state = ${"open"} do nothing`.execute(
          tx,
        );
      });
    for (let turn = 0; turn < 8; turn += 1) await claim("a");
    const { rows } = await withSystem({ db }, (tx) =>
      sql<{ n: number }>`select count(*)::integer as n from claims`.execute(tx),
    );
    expect(rows).toEqual([{ n: 1 }]);
  } finally {
    await db.close();
  }
});
