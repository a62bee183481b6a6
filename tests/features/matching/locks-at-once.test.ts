import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { rankForStudent } from "~/features/matching/rank-for-student.server";
import { rulePair } from "~/features/matching/rule-pair.server";
import { type CastKey, cast } from "~db/cast";
import { staff } from "../../support/pursuit-way";
import { countRows, lakeviewListing, openStage, type Stage, valueIn } from "../../support/stage";

let stage: Stage;
beforeAll(async () => {
  stage = await openStage({ connections: 20 });
});
beforeEach(() => stage.clear());
afterAll(() => stage.close());

const lock = (key: CastKey, listingId: string, reason = "") =>
  rulePair(stage.wiring, staff("ines"), {
    studentId: cast[key].personId,
    listingId,
    ruling: "locked",
    seen: 0,
    reason,
  });
const reasonsOf = (outcomes: Awaited<ReturnType<typeof lock>>[]) =>
  outcomes.map((outcome) => (outcome.ok ? "locked" : outcome.reason)).sort();

test("of several locks of one student at once, to places that each would do, one is taken and the others hear of it", async () => {
  const { ranked } = valueIn(await rankForStudent(stage.wiring, staff("ines"), { studentId: cast.ana.personId }));
  const places = ranked.slice(0, 5).map(({ listingId }) => listingId);
  expect(places).toHaveLength(5);
  const outcomes = await Promise.all(places.map((listingId) => lock("ana", listingId)));
  expect(reasonsOf(outcomes)).toEqual(["locked", ...Array(4).fill("locked_elsewhere")].sort());
  expect(await countRows(stage, "pair_rulings")).toBe(1);
});

test("of several locks to one seat at once, each of another student, one is taken and the others hear of it", async () => {
  const clinic = lakeviewListing("clinic-care");
  const keys = ["ana", "jada", "hodan", "leo"] as const;
  const outcomes = await Promise.all(keys.map((key) => lock(key, clinic, "The family asked.")));
  expect(reasonsOf(outcomes)).toEqual(["locked", "no_seat", "no_seat", "no_seat"]);
  expect(await countRows(stage, "pair_rulings")).toBe(1);
});

test("while a lock is judged by all that a plan reads, nobody waits for its student or its place", async () => {
  const clinic = lakeviewListing("clinic-care");
  // The table holds up whoever reads what a plan reads.
  await stage.rows("begin");
  await stage.rows("lock table travel_times in access exclusive mode");
  const locking = lock("ana", clinic);
  const isFree = (table: string, id: string) =>
    stage.rows(`select id from ${table} where id = $1 for update skip locked`, [id]);
  const waiting = "select 1 from pg_locks where not granted and relation = 'travel_times'::regclass";
  try {
    await expect.poll(() => stage.rows(waiting), { timeout: 10_000 }).toHaveLength(1);
    expect(await isFree("students", cast.ana.personId)).toHaveLength(1);
    expect(await isFree("listings", clinic)).toHaveLength(1);
  } finally {
    await stage.rows("rollback");
  }
  valueIn(await locking);
});
