import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { openPair } from "~/features/matching/open-pair.server";
import { openListing } from "~/features/search/open-listing.server";
import { cast } from "~db/cast";
import { staff, student } from "../../support/pursuit-way";
import { lakeviewListing, openStage, type Stage, valueIn } from "../../support/stage";
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
const checked = (result: string, { type = "state_police", day = 1, expiresOn = "2030-01-01" } = {}) =>
  stage.rows(
    `insert into clearances (school_id, district_id, mentor_id, type, result, checked_on, expires_on)
      values ($1, $2, $3, $4, $5, $6, $7)`,
    [
      ...[cast.ana.schoolId, cast.ines.districtId, cast.maya.personId, type, result],
      ...[`2026-09-${String(day).padStart(2, "0")}`, expiresOn],
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
