import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { type CastAccountKey, cast, castActor, sampleSchools } from "~db/cast";
import { createDatabase, type Database } from "~db/connection.server";
import { type ScopeTx, withScope } from "~db/scope.server";
import type { TestDatabase } from "../support/database";
import { createSeededDatabase } from "../support/seeded-database";
import { sql } from "../support/sql";

let database: TestDatabase;
let db: Database;
beforeAll(async () => {
  database = await createSeededDatabase();
  db = createDatabase(database.webUrl, { max: 2 });
});
afterAll(async () => {
  await db?.close();
  await database?.drop();
});

const TRANSFER = "01990000-70a5-7000-8000-00000000e001";
const MOMENT = "2026-10-16T12:00:00Z";
const { lakeview, harbor } = sampleSchools;
beforeEach(async () => {
  await sql(database, "delete from transfers");
  await sql(
    database,
    `insert into transfers (district_id, id, from_school_id, to_school_id, student_id, student_name, last_day, first_day, asks_first, said_at)
      values ($1, $2, $3, $4, $5, 'Ana Reyes', '2026-10-23', '2026-10-26', false, '2026-10-15')`,
    [lakeview.districtId, TRANSFER, lakeview.schoolId, harbor.schoolId, cast.ana.personId],
  );
});

const [OLD, NEW] = ["ines", "malik"] as const;
const as = (
  key: CastAccountKey,
  work: (tx: ScopeTx) => Promise<{ numUpdatedRows?: bigint; numDeletedRows?: bigint }>,
) =>
  withScope({ db }, castActor(cast[key]) as never, work).then(
    ({ numUpdatedRows, numDeletedRows }) => Number(numUpdatedRows ?? numDeletedRows),
    ({ code }: { code: string }) => code,
  );
const writes = (key: CastAccountKey, set: object) =>
  as(key, (tx) => tx.updateTable("transfers").set(set).where("id", "=", TRANSFER).executeTakeFirstOrThrow());
const forgets = (key: CastAccountKey) =>
  as(key, (tx) => tx.deleteFrom("transfers").where("id", "=", TRANSFER).executeTakeFirstOrThrow());
const FORBIDDEN = "42501";

const OF_OLD = {
  name: { student_name: "Ana Renamed" },
  rights: { asks_first: true },
  leaving: { left_at: MOMENT },
  "take-back": { taken_back_at: MOMENT, student_name: "" },
};
const OF_NEW = {
  reception: { received_at: MOMENT, student_name: "" },
  "who it became": { received_as: cast.mateo.personId },
  refusal: { refused_at: MOMENT, refusal: "x", student_name: "" },
  lapse: { lapsed_at: MOMENT, student_name: "" },
};

test.each(Object.entries(OF_OLD))("the old school alone says the %s", async (_, set) => {
  expect(await writes(NEW, set)).toBe(FORBIDDEN);
  expect(await writes(OLD, set)).toBe(1);
});

test.each(Object.entries(OF_NEW))("the new school alone says the %s", async (_, set) => {
  expect(await writes(OLD, set)).toBe(FORBIDDEN);
  expect(await writes(NEW, set)).toBe(1);
});

test("neither side changes whose transfer it is, from where or to where, nor answers for a second time", async () => {
  for (const key of [OLD, NEW])
    for (const set of [
      { student_id: cast.jada.personId },
      { from_school_id: harbor.schoolId },
      { to_school_id: lakeview.schoolId },
      { first_day: "2026-12-01" },
    ])
      expect(await writes(key, set), JSON.stringify(set)).toBe(FORBIDDEN);
  expect(await writes(NEW, OF_NEW.refusal)).toBe(1);
  for (const set of [{ refused_at: null }, OF_NEW.reception, { refusal: "y" }])
    expect(await writes(NEW, set), JSON.stringify(set)).toBe(FORBIDDEN);
  expect(await writes(OLD, OF_OLD["take-back"])).toBe(FORBIDDEN);
});

test("the old school alone forgets it, and not while it waits", async () => {
  expect([await forgets(NEW), await forgets(OLD)]).toEqual([0, 0]);
  await writes(NEW, OF_NEW.lapse);
  expect([await forgets(NEW), await forgets("greta"), await forgets(OLD)]).toEqual([0, 0, 1]);
});

test("nobody announces with an answer, or from a school that is not theirs", async () => {
  await sql(database, "delete from transfers");
  const announces = (key: CastAccountKey, more: object) =>
    as(key, async (tx) => {
      const days = { last_day: "2026-10-23", first_day: "2026-10-26", said_at: MOMENT };
      const ids = {
        district_id: lakeview.districtId,
        from_school_id: lakeview.schoolId,
        to_school_id: harbor.schoolId,
      };
      const row = { ...days, ...ids, student_id: cast.ana.personId, student_name: "Ana", asks_first: false };
      const { numInsertedOrUpdatedRows } = await tx
        .insertInto("transfers")
        .values({ ...row, ...more })
        .executeTakeFirstOrThrow();
      return { numUpdatedRows: numInsertedOrUpdatedRows ?? 0n };
    });
  expect(await announces(OLD, { received_at: MOMENT })).toBe(FORBIDDEN);
  expect(await announces(NEW, {})).toBe(FORBIDDEN);
  expect(await announces(OLD, {})).toBe(1);
});
