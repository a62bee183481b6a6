import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { askWhyNot } from "~/features/matching/ask-why-not.server";
import { openBoard } from "~/features/matching/open-board.server";
import { openPair } from "~/features/matching/open-pair.server";
import { rulePair } from "~/features/matching/rule-pair.server";
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
  await stage.rows("delete from forbidden_pairs");
  await stage.rows("update mentors set suspended_at = null");
});
afterAll(() => stage.close());

const clinic = lakeviewListing("clinic-care");
const suspendMaya = () => stage.rows("update mentors set suspended_at = now() where id = $1", [cast.maya.personId]);
const makeRelatives = () =>
  stage.rows(
    `insert into forbidden_pairs (school_id, student_id, district_id, mentor_id, reason)
      values ($1, $2, $3, $4, 'relative')`,
    [cast.ana.schoolId, cast.ana.personId, cast.ines.districtId, cast.maya.personId],
  );
const forStaff = async () => {
  const input = { studentId: cast.ana.personId, listingId: clinic };
  const { blockers, notes } = valueIn(await openPair(stage.wiring, staff("ines"), input)).match.eligibility;
  return { blockers: blockers.map(({ code }) => code), notes: notes.map(({ code }) => code) };
};
const forAna = async () => valueIn(await openListing(stage.wiring, student("ana"), { listingId: clinic })).fit;
const plannedAtClinic = async () => {
  stage.wiring.clock.pass(1);
  return (await wholePlan(stage)).pairs.filter(({ listing_id: id }) => id === clinic).length;
};

test("while a lead mentor is suspended, plans send nobody to the place, and do again afterwards", async () => {
  expect(await plannedAtClinic()).toBeGreaterThan(0);
  await suspendMaya();
  expect(await plannedAtClinic()).toBe(0);
  await stage.rows("update mentors set suspended_at = null");
  expect(await plannedAtClinic()).toBeGreaterThan(0);
});

test("staff read that the mentor is suspended, not that there is none; a student reads that it is not available", async () => {
  await suspendMaya();
  const { blockers, notes } = await forStaff();
  expect(blockers).toEqual(["mentor_suspended"]);
  expect(notes).not.toContain("no_mentor");
  const fit = await forAna();
  expect(fit?.blockers).toEqual([{ code: "not_available", data: {} }]);
  expect(JSON.stringify(fit)).not.toMatch(/suspend|no_mentor/);
});

const lock = (reason: string) =>
  rulePair(stage.wiring, staff("ines"), {
    studentId: cast.ana.personId,
    listingId: clinic,
    ruling: "locked",
    seen: 0,
    reason,
  });
const priceOfLock = async () => {
  stage.wiring.clock.pass(1);
  await wholePlan(stage);
  const pair = { studentId: cast.ana.personId, listingId: clinic };
  return valueIn(await askWhyNot(stage.wiring, staff("ines"), pair)).price;
};

test("no reason locks a student to a suspended mentor, or to a relative before a coordinator decided", async () => {
  await suspendMaya();
  for (const reason of ["", "The family asked for her."])
    expect(await lock(reason)).toEqual({ ok: false, reason: "mentor_suspended" });
  expect(await priceOfLock()).toBeNull();
  await stage.rows("update mentors set suspended_at = null");
  await makeRelatives();
  for (const reason of ["", "The family asked for her."])
    expect(await lock(reason)).toEqual({ ok: false, reason: "forbidden_pair" });
  expect(await priceOfLock()).toBeNull();
  expect(await stage.rows("select 1 from pair_rulings")).toEqual([]);
  await stage.rows("delete from forbidden_pairs");
  expect(await lock("")).toMatchObject({ ok: true });
});

test("a lock from before rests while its mentor is suspended, though it was made with a reason, and is kept again afterwards", async () => {
  valueIn(await lock("The family asked for her."));
  await stage.rows("update pair_rulings set overrides = true");
  const restsAs = async () => {
    stage.wiring.clock.pass(1);
    await wholePlan(stage);
    const { rulings, matches } = valueIn(await openBoard(stage.wiring, staff("ines")));
    const isHers = ({ studentId, listingId }: { studentId: string; listingId: string }) =>
      studentId === cast.ana.personId && listingId === clinic;
    return [rulings.find(isHers)?.rests ?? null, matches.some(isHers)];
  };
  expect(await restsAs()).toEqual([null, true]);
  await suspendMaya();
  expect(await restsAs()).toEqual(["mentor_suspended", false]);
  await stage.rows("update mentors set suspended_at = null");
  expect(await restsAs()).toEqual([null, true]);
});

test("relatives of a mentor stay apart while the mentor is suspended", async () => {
  await makeRelatives();
  expect((await forStaff()).blockers).toEqual(["forbidden_pair"]);
  const asRelative = (await forAna())?.blockers;
  await suspendMaya();
  expect((await forStaff()).blockers).toEqual(["mentor_suspended", "forbidden_pair"]);
  expect((await forAna())?.blockers).toEqual(asRelative);
});
