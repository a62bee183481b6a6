import { afterAll, beforeAll, expect, test } from "vitest";
import { createDatabase } from "~db/connection.server";
import { findServingRoleFault } from "~db/health.server";
import { createTestDatabase, type TestDatabase } from "../support/database";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

async function faultOf(url: string): Promise<string | null> {
  const db = createDatabase(url, { max: 1 });
  try {
    return await findServingRoleFault({ db });
  } finally {
    await db.close();
  }
}

test("the web role may serve", async () => {
  expect(await faultOf(database.webUrl)).toBeNull();
});

test("a superuser, the owner and a role without doors may not serve", async () => {
  expect(await faultOf(database.superuserUrl)).toContain("superuser");
  expect(await faultOf(database.ownerUrl)).toContain("owns tables");
  expect(await faultOf(database.workerUrl)).toContain("may not act as app_scoped");
});
