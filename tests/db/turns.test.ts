import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createDatabase, type Database } from "~db/connection.server";
import { withSystem } from "~db/scope.server";
import { inTurn, NoTurn } from "~db/turns.server";
import { createTestDatabase, type TestDatabase } from "../support/database";

let database: TestDatabase;
/** Two processes, as far as the database can tell. */
let one: Database;
let other: Database;
beforeAll(async () => {
  database = await createTestDatabase();
  one = createDatabase(database.webUrl, { max: 4 });
  other = createDatabase(database.webUrl, { max: 4 });
});
afterAll(async () => {
  await one.close();
  await other.close();
  await database.drop();
});

test("work under one name is done one after the other, whichever process it is of", async () => {
  let inside = 0;
  let most = 0;
  const work = async () => {
    inside += 1;
    most = Math.max(most, inside);
    await new Promise((resolve) => setImmediate(resolve));
    inside -= 1;
  };
  await Promise.all(Array.from({ length: 8 }, (_, at) => inTurn({ db: at % 2 === 0 ? one : other }, "index a", work)));
  expect(most).toBe(1);
});

test("work under another name does not wait, and work that fails gives the turn back", async () => {
  await inTurn({ db: one }, "index a", async () => {
    expect(await inTurn({ db: other }, "index b", async () => "done")).toBe("done");
  });
  const failed = inTurn({ db: one }, "index a", () => Promise.reject(new Error("disk full")));
  await expect(failed).rejects.toThrow("disk full");
  expect(await inTurn({ db: other }, "index a", async () => "done")).toBe("done");
});

test("whoever comes again by themselves waits for a turn no longer than they say, and the work is not begun", async () => {
  let begun = false;
  await inTurn({ db: one }, "index a", async () => {
    const soon = inTurn({ db: other, waitMs: 50 }, "index a", async () => {
      begun = true;
    });
    await expect(soon).rejects.toBeInstanceOf(NoTurn);
  });
  expect(begun).toBe(false);
  expect(await inTurn({ db: other, waitMs: 50 }, "index a", async () => "done")).toBe("done");
});

test.each(["idle_in_transaction_session_timeout", "transaction_timeout"])(
  "a server that ends transactions by %s ends no turn",
  async (setting) => {
    const strict = createDatabase(`${database.webUrl}?options=-c%20${setting}%3D100`, { max: 2 });
    const wait = () => withSystem({ db: one }, (tx) => sql`select pg_sleep(0.3)`.execute(tx));
    try {
      await expect(withSystem({ db: strict }, wait)).rejects.toThrow();
      expect(await inTurn({ db: strict }, "index a", async () => (await wait()) && "done")).toBe("done");
    } finally {
      await strict.close();
    }
  },
);
