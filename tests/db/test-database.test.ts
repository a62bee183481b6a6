import pg from "pg";
import { expect, test } from "vitest";
import { createTestDatabase } from "../support/database";

async function ask(url: string, question: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query({ text: question, rowMode: "array" })).rows.flat();
  } finally {
    await client.end();
  }
}

test("each test database is migrated, empty and apart from the others", async () => {
  const [one, other] = await Promise.all([createTestDatabase(), createTestDatabase()]);
  await ask(one.ownerUrl, "create table only_here ()");
  expect(
    await ask(other.ownerUrl, "select to_regclass('public.schools') is not null, to_regclass('only_here') is null"),
  ).toEqual([true, true]);
  expect(await ask(other.superuserUrl, "select count(*)::int from schools")).toEqual([0]);
  await Promise.all([one.drop(), other.drop()]);
});

test("without walls no table of ours has row-level security", async () => {
  const walled = await createTestDatabase();
  const open = await createTestDatabase({ walls: false });
  const question =
    "select count(*)::int from pg_class where relrowsecurity and relnamespace <> 'graphile_worker'::regnamespace";
  expect(await ask(open.superuserUrl, question)).toEqual([0]);
  expect(await ask(walled.superuserUrl, question)).not.toEqual([0]);
  await Promise.all([walled.drop(), open.drop()]);
});

test("the worker may poll for jobs and read no school data", async () => {
  const database = await createTestDatabase();
  expect(await ask(database.workerUrl, "select count(*)::int from graphile_worker._private_jobs")).toEqual([0]);
  await expect(ask(database.workerUrl, "select * from students")).rejects.toThrow("permission denied");
  await database.drop();
});
