import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { openPair } from "~/features/matching/open-pair.server";
import { rankForListing } from "~/features/matching/rank-for-listing.server";
import { rankForStudent } from "~/features/matching/rank-for-student.server";
import { cast, castActor } from "~db/cast";
import { anaAsks, staff } from "../../support/pursuit-way";
import { lakeviewListing, NOBODY, openStage, type Stage, valueIn } from "../../support/stage";

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
beforeEach(() => stage.clear());
afterAll(() => stage.close());

const CARE = lakeviewListing("clinic-care");
const HOUSE = lakeviewListing("house-repair");
const forListing = (listingId: string, by = staff("ines")) => rankForListing(stage.wiring, by, { listingId });
const forStudent = (studentId: string, by = staff("ines")) => rankForStudent(stage.wiring, by, { studentId });
const notFound = { ok: false, reason: "not_found" };

test("the students of the school for one listing come best first, and everybody is ranked or has a reason", async () => {
  const { listing, ranked, blocked, eligibleCount, names } = valueIn(await forListing(CARE));
  expect(listing).toMatchObject({ id: CARE, mentor: "Maya", state: "published" });
  const scores = ranked.map(({ score }) => score.score);
  expect(scores).toEqual(scores.toSorted((a, b) => b - a));
  expect(ranked.slice(0, 3).map(({ studentId }) => studentId)).toContain(cast.ana.personId);
  expect(ranked).toHaveLength(Math.min(30, eligibleCount));
  for (const { studentId } of [...ranked, ...blocked]) expect(names.has(studentId)).toBe(true);
  for (const { eligibility } of blocked) expect(eligibility.blockers.length).toBeGreaterThan(0);
});

test("the placements for Ana come best first: animals before the building site, which her age and grade close", async () => {
  const { student, ranked, blocked, titles } = valueIn(await forStudent(cast.ana.personId));
  expect(student).toMatchObject({ name: "Ana Reyes", grade: 10 });
  expect(titles.get(ranked[0]?.listingId ?? "")?.organisation_name).toBe("Green Lake Animal Clinic (sample)");
  expect(blocked.map(({ listingId }) => listingId)).toContain(HOUSE);
  expect(ranked.map(({ listingId }) => listingId)).not.toContain(HOUSE);
});

test("both directions say the same about a pair", async () => {
  const ofListing = valueIn(await forListing(CARE)).ranked.find(({ studentId }) => studentId === cast.ana.personId);
  const ofStudent = valueIn(await forStudent(cast.ana.personId)).ranked.find(({ listingId }) => listingId === CARE);
  expect(ofListing).toBeDefined();
  expect(ofStudent?.score).toEqual(ofListing?.score);
});

test("what a student asked for counts", async () => {
  const scoreOf = async () =>
    valueIn(await forStudent(cast.ana.personId)).ranked.find(({ listingId }) => listingId === CARE)?.score.score ?? 0;
  const before = await scoreOf();
  await anaAsks(stage);
  expect(await scoreOf()).toBeGreaterThan(before);
});

test("what a student asked for counts in their own order, before what they only saved; what is closed keeps no place", async () => {
  const [desk, ward, closed] = ["clinic-desk", "ward-helper", "seniors-shadow"].map((key) => lakeviewListing(key));
  const wishes = [closed, ward, desk, CARE];
  for (const [at, listingId] of wishes.entries())
    await stage.rows("insert into wishes (school_id, student_id, listing_id, place) values ($1, $2, $3, $4)", [
      cast.ana.schoolId,
      cast.ana.personId,
      listingId,
      at + 1,
    ]);
  const wish = async (listingId: string | undefined) => {
    const { match } = valueIn(
      await openPair(stage.wiring, staff("ines"), { studentId: cast.ana.personId, listingId: listingId ?? "" }),
    );
    return match.score?.parts.student.find(({ key }) => key === "wish")?.points;
  };
  const whole = 4400;
  expect(await wish(ward)).toBe(whole);
  await anaAsks(stage);
  await anaAsks(stage, "clinic-desk");
  const points = [await wish(desk), await wish(CARE), await wish(ward)].map((each) => each ?? 0);
  expect(points[0]).toBe(whole);
  expect(points).toEqual([...new Set(points)].sort((a, b) => b - a));
});

test("somebody who does not look for a place is not ranked for a listing", async () => {
  await stage.rows("update students set seeking = false where id = $1", [cast.ana.personId]);
  try {
    const { ranked, blocked } = valueIn(await forListing(CARE));
    expect([...ranked, ...blocked].map(({ studentId }) => studentId)).not.toContain(cast.ana.personId);
  } finally {
    await stage.rows("update students set seeking = true where id = $1", [cast.ana.personId]);
  }
});

test("a listing that rests can be looked at, and nobody may be matched to it", async () => {
  const { listing, ranked, blocked } = valueIn(await forListing(lakeviewListing("seniors-shadow")));
  expect(listing.state).toBe("paused");
  expect(ranked).toEqual([]);
  expect(blocked.length).toBeGreaterThan(0);
});

test("a listing or student of another school is not there", async () => {
  for (const listingId of [
    lakeviewListing("clinic-care", "harbor"),
    lakeviewListing("vet-farm", "cedar-ridge"),
    NOBODY,
  ])
    expect(await forListing(listingId)).toEqual(notFound);
  for (const studentId of [cast.keisha.personId, cast.finn.personId, NOBODY])
    expect(await forStudent(studentId)).toEqual(notFound);
  expect(await forStudent(cast.ana.personId, staff("malik"))).toEqual(notFound);
});

test.each([
  ["student", cast.ana],
  ["guardian", cast.rosa],
  ["mentor", cast.maya],
  ["advisor", cast.tom],
] as const)("a stranger such as a %s sees no ranking", async (_who, member) => {
  const refused = { ok: false, reason: "not_permitted" };
  expect(await rankForListing(stage.wiring, castActor(member), { listingId: CARE })).toEqual(refused);
  expect(await rankForStudent(stage.wiring, castActor(member), { studentId: cast.ana.personId })).toEqual(refused);
});
