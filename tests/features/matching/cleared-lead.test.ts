import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { openPair } from "~/features/matching/open-pair.server";
import { rulePair } from "~/features/matching/rule-pair.server";
import { carryOutMatch } from "~/features/pursuits/carry-out-match.server";
import { decideEach } from "~/features/pursuits/decide-each.server";
import { holdMatch } from "~/features/pursuits/hold-match.server";
import { openListing } from "~/features/search/open-listing.server";
import { cast, sampleSchools } from "~db/cast";
import { anaAsks, staff, student } from "../../support/pursuit-way";
import { countRows, lakeviewListing, openStage, reasonIn, type Stage, valueIn } from "../../support/stage";
import { wholePlan } from "../../support/whole-plan";

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
  await stage.rows("update students set seeking = true");
});
beforeEach(async () => {
  await stage.clear();
  await stage.rows("delete from clearances where mentor_id = $1", [cast.maya.personId]);
});
afterAll(() => stage.close());

const clinic = lakeviewListing("clinic-care");
/** A check of Maya that came back on a day of September; of several kinds or days, one after the other. */
const checked = (result: string, { type = "background_check", day = 1, expiresOn = "2030-01-01" } = {}) =>
  stage.rows(
    `insert into clearances (school_id, district_id, mentor_id, type, result, checked_on, expires_on, created_at)
      values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [
      ...[cast.ana.schoolId, cast.ines.districtId, cast.maya.personId, type, result],
      ...[`2026-09-${String(day).padStart(2, "0")}`, expiresOn, stage.wiring.clock.now()],
    ],
  );
const forStaff = async () => {
  const input = { studentId: cast.ana.personId, listingId: clinic };
  const { blockers, notes } = valueIn(await openPair(stage.wiring, staff("ines"), input)).match.eligibility;
  return [...blockers, ...notes].map(({ code }) => code);
};
const plannedAtClinic = async () => {
  stage.wiring.clock.pass(1);
  return (await wholePlan(stage)).pairs.filter(({ listing_id: id }) => id === clinic).length;
};

test("staff read how the checks of a lead mentor stand: none, not finished, too short, not clear", async () => {
  expect(await forStaff()).toEqual(["clearance_missing"]);
  await checked("pending");
  expect(await forStaff()).toEqual(["clearance_pending"]);
  await checked("clear", { day: 2, expiresOn: "2026-10-15" });
  expect(await forStaff()).toEqual(["clearance_expired"]);
  await checked("clear", { day: 3 });
  expect(await forStaff()).toEqual([]);
  await checked("not_clear", { type: "federal", day: 2 });
  expect(await forStaff()).toEqual(["mentor_not_clear"]);
});

test("nobody is proposed to a mentor whose newest check of a kind did not come back clear, until a newer one does", async () => {
  await checked("pending");
  expect(await plannedAtClinic()).toBeGreaterThan(0);
  await checked("not_clear", { day: 2 });
  expect(await plannedAtClinic()).toBe(0);
  await checked("clear", { day: 3 });
  expect(await plannedAtClinic()).toBeGreaterThan(0);
});

test("a student reads that the place is not available, and nothing of a check", async () => {
  await checked("not_clear");
  const { fit } = valueIn(await openListing(stage.wiring, student("ana"), { listingId: clinic }));
  expect(fit?.blockers).toEqual([{ code: "not_available", data: {} }]);
  expect(JSON.stringify(fit)).not.toMatch(/clear/);
});

/** Ana asks for the clinic or does not; a plan proposes it to somebody, and then Maya's check comes back. */
async function proposedBefore(result: string, { anaHasAsked = false } = {}) {
  if (anaHasAsked) await anaAsks(stage);
  stage.wiring.clock.pass(1);
  await wholePlan(stage);
  const [match] = await stage.rows<{ id: string; student_id: string }>(
    "select id, student_id from matches where listing_id = $1",
    [clinic],
  );
  if (!match) throw new Error("nobody was proposed for the clinic");
  await checked(result);
  return { matchId: match.id, studentId: match.student_id };
}
const hold = (matchId: string) => holdMatch(stage.wiring, staff("ines"), { matchId });

test("a pair whose mentor's check failed since the plan is not approved, alone or with others, and nothing comes of it", async () => {
  const { matchId } = await proposedBefore("not_clear");
  const [other] = await stage.rows<{ id: string }>("select id from matches where listing_id <> $1 limit 1", [clinic]);
  expect(reasonIn(await hold(matchId))).toBe("mentor_not_clear");
  const approval = { decision: "approve", matchIds: [matchId, other?.id ?? ""] } as const;
  expect(valueIn(await decideEach(stage.wiring, staff("ines"), approval))).toMatchObject({
    done: 1,
    refused: [{ matchId, reason: "mentor_not_clear" }],
  });
  expect(await countRows(stage, "pursuits")).toBe(0);
});

test("nor is the request of a student for such a pair approved on the board; a check that is not finished hinders neither", async () => {
  const failed = await proposedBefore("not_clear", { anaHasAsked: true });
  expect(failed.studentId).toBe(cast.ana.personId);
  expect(reasonIn(await hold(failed.matchId))).toBe("mentor_not_clear");
  await stage.rows("update clearances set result = 'pending' where mentor_id = $1", [cast.maya.personId]);
  expect(valueIn(await hold(failed.matchId))).toMatchObject({ as: "approved" });
});

test("an approval that waits while the check of the mentor fails is put back with the reason", async () => {
  const { matchId } = await proposedBefore("pending");
  valueIn(await hold(matchId));
  await checked("not_clear", { day: 2 });
  stage.wiring.clock.pass(2);
  const worker = { kind: "system", job: "approve-held", ...sampleSchools.lakeview } as const;
  expect(reasonIn(await carryOutMatch(stage.wiring, worker, { matchId }))).toBe("put_back");
  expect(await stage.rows("select state, hold_fault from matches where id = $1", [matchId])).toEqual([
    { state: "proposed", hold_fault: "mentor_not_clear" },
  ]);
});

test("a lock with a reason lets such a pair be approved; a lock from before the check failed does not", async () => {
  const lock = (studentId: string, { seen, reason }: { seen: number; reason: string }) =>
    rulePair(stage.wiring, staff("ines"), { studentId, listingId: clinic, ruling: "locked", seen, reason });
  const { matchId, studentId } = await proposedBefore("pending");
  valueIn(await lock(studentId, { seen: 0, reason: "" }));
  await checked("not_clear", { day: 2 });
  expect(reasonIn(await hold(matchId))).toBe("mentor_not_clear");
  stage.wiring.clock.pass(1);
  valueIn(await lock(studentId, { seen: 1, reason: "The agency mixed up two names." }));
  expect(valueIn(await hold(matchId))).toMatchObject({ as: "suggested" });
});

test("a reason that was given for something else does not outweigh a check that failed later, on the board and in a plan", async () => {
  const { studentId } = await proposedBefore("pending");
  const newest = async () => {
    const own = "select id from matches where listing_id = $1 and student_id = $2 order by id desc limit 1";
    return (await stage.rows<{ id: string }>(own, [clinic, studentId]))[0]?.id ?? "";
  };
  const lock = (seen: number, reason: string) =>
    rulePair(stage.wiring, staff("ines"), { studentId, listingId: clinic, ruling: "locked", seen, reason });
  // No bus goes there in time; an uncle drives.
  await stage.rows("update students set travel_limit_minutes = 5 where id = $1", [studentId]);
  valueIn(await lock(0, "His uncle drives him."));
  const isPlanned = async () => {
    stage.wiring.clock.pass(1);
    const { pairs } = await wholePlan(stage);
    return pairs.some((pair) => pair.listing_id === clinic && pair.student_id === studentId);
  };
  expect(await isPlanned()).toBe(true);
  stage.wiring.clock.pass(1);
  await checked("not_clear", { day: 2 });
  expect(reasonIn(await hold(await newest()))).toBe("mentor_not_clear");
  expect(await isPlanned()).toBe(false);
  stage.wiring.clock.pass(1);
  valueIn(await lock(1, "His uncle drives him. The agency mixed up two names."));
  expect(await isPlanned()).toBe(true);
  expect(valueIn(await hold(await newest()))).toMatchObject({ as: "suggested" });
  await stage.rows("update students set travel_limit_minutes = null where id = $1", [studentId]);
});
