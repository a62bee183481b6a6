import { sql as fragment } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { contactKey, contactKeyOf } from "~db/contact-keys.server";
import { withSystem } from "~db/scope.server";
import { createTestDatabase, type TestDatabase } from "../support/database";
import { createTestWiring, type TestWiring } from "../support/wiring";

let database: TestDatabase;
let wiring: TestWiring;
beforeAll(async () => {
  database = await createTestDatabase();
  wiring = createTestWiring(database);
});
afterAll(async () => {
  await wiring.close();
  await database.drop();
});

const GIVEN = [
  ["mail", " Elena.Panadera@Horno.example "],
  ["mail", "x@y.example"],
  ["phone", "+1 (206) 555-0110"],
  ["sms", "206.555.0110"],
  ["phone", "1-206-555-0110 ext"],
  ["phone", "0110"],
  ["sms", ""],
] as const;

test("what two contact points have in common is the same in SQL and in TypeScript", async () => {
  for (const [kind, value] of GIVEN) {
    const { rows } = await withSystem(wiring, (tx) =>
      fragment<{
        key: string;
      }>`select ${contactKeyOf("c")} as key from (values (${kind}, ${value})) as c (kind, value)`.execute(tx),
    );
    expect([value, rows[0]?.key]).toEqual([value, contactKey(value)]);
  }
});
