import fc from "fast-check";
import { expect, test } from "vitest";
import { flagsOf } from "~/domain/matching/flags";
import { locksThatHold } from "~/domain/matching/locks-that-hold";
import { mentorsBeyond } from "~/domain/matching/mentor-room";
import { matchPair } from "~/domain/matching/pair";
import { checkLocks } from "~/domain/matching/plan-locks";
import type { PlanInput } from "~/domain/matching/plan-types";
import { scoreDifference } from "~/domain/matching/score-difference";
import { matchContext } from "../support/match-context";
import { ana, clinic, maya } from "./matching-cases";

const placements = [clinic({ openSeats: 1 }), clinic({ listingId: "farm", weekdays: [] })];
const input: PlanInput = {
  students: [ana(), ana({ id: "ben" }), ana({ id: "cleo", weekdays: [6] })],
  placements,
  context: matchContext({ placements }),
  seed: 1,
};

test("of two locks on one seat the first holds and the other rests", () => {
  const locks = ["ben", "ana"].map((studentId) => ({ studentId, listingId: "clinic" }));
  expect(locksThatHold({ ...input, locks })).toEqual({
    held: [locks[0]],
    resting: [{ ...locks[1], reason: "lock_over_capacity" }],
  });
});

test("a lock rests when the rules exclude the pair, unless somebody wrote why it stands", () => {
  const lock = { studentId: "cleo", listingId: "clinic" };
  expect(locksThatHold({ ...input, locks: [lock] }).resting).toEqual([{ ...lock, reason: "lock_not_eligible" }]);
  const overridden = { ...lock, override: { actorId: "ines", reason: "From November." } };
  expect(locksThatHold({ ...input, locks: [overridden] }).held).toEqual([overridden]);
});

test("a lock rests when the student has a place in view, or the student or listing is gone", () => {
  const locks = [
    { studentId: "ana", listingId: "clinic" },
    { studentId: "gone", listingId: "clinic" },
    { studentId: "ben", listingId: "gone" },
  ];
  const { held, resting } = locksThatHold({ ...input, locks }, { inView: new Set(["ana"]) });
  expect(held).toEqual([]);
  expect(resting.map(({ reason }) => reason)).toEqual(["in_view", "unknown_pair", "unknown_pair"]);
});

test("a lock of a student who is not looking rests, so that no plan proposes them", () => {
  const lock = { studentId: "ana", listingId: "clinic" };
  expect(locksThatHold({ ...input, locks: [lock] }, { notLooking: new Set(["ana"]) })).toEqual({
    held: [],
    resting: [{ ...lock, reason: "not_looking" }],
  });
});

test("whatever was locked, a plan can keep the locks that hold, and every other lock rests once", () => {
  const student = fc.constantFrom("ana", "ben", "cleo", "gone");
  const listing = fc.constantFrom("clinic", "farm", "gone");
  const pair = fc.record({ studentId: student, listingId: listing });
  const forbids = fc.array(pair, { maxLength: 2 });
  fc.assert(
    fc.property(fc.array(pair, { maxLength: 6 }), forbids, fc.integer({ min: 0, max: 3 }), (locks, ruledOut, seats) => {
      const [first, ...rest] = placements as [(typeof placements)[0], (typeof placements)[0]];
      const given = { ...input, placements: [{ ...first, openSeats: seats }, ...rest], locks, forbids: ruledOut };
      const { held, resting } = locksThatHold(given);
      expect(checkLocks({ ...given, locks: held })).toMatchObject({ ok: true });
      expect(held.length + resting.length).toBe(locks.length);
    }),
    { numRuns: 2_000 },
  );
});

test("a pair is flagged for what a coordinator would look at twice, and for being new in the plan", () => {
  const context = matchContext({ placements });
  const flags = (changes: Parameters<typeof clinic>[0] = {}, previous?: { studentId: string; listingId: string }[]) =>
    flagsOf(ana(), clinic(changes), { context, previous });
  expect(flags()).toEqual([]);
  expect(flags({ leadMentor: maya({ experienceYears: 0 }) })).toContain("first_time_mentor");
  expect(flags({ location: { lat: 47.85, lon: -122.33, approximate: true } })).toContain("long_travel");
  expect(flags({ interests: ["building"], leadMentor: maya({ interests: ["building"] }) })).toContain("low_fit");
  expect(flags({}, [{ studentId: "ana", listingId: "farm" }])).toEqual(["changed"]);
  expect(flags({}, [{ studentId: "ana", listingId: "clinic" }])).toEqual([]);
});

const PROPOSED = {
  ...{ placementId: "care", mentorId: "maya", origin: "proposed" as const },
  ...{ score: 1, weight: 1, forStudent: 1, forPlacement: 1 },
};

test("pairs of a mentor who is given more students than they take are flagged, of all their listings together", () => {
  const leadMentor = maya({ room: 1 });
  const led = [clinic({ leadMentor }), clinic({ listingId: "farm", leadMentor })];
  const given = { ...input, students: [ana(), ana({ id: "ben" })], placements: led };
  const pairs = [
    { studentId: "ana", listingId: "clinic" },
    { studentId: "ben", listingId: "farm" },
  ];
  const plan = { assignments: pairs.map((pair) => ({ ...pair, ...PROPOSED })) };
  const beyond = (changes: Partial<PlanInput>) => [...mentorsBeyond(plan, { ...given, ...changes })];
  expect(beyond({})).toEqual(["maya"]);
  expect(beyond({ placements: led.map((one) => ({ ...one, leadMentor: maya({ room: 2 }) })) })).toEqual([]);
  expect(beyond({ placements: led.map((one) => ({ ...one, leadMentor: maya() })) })).toEqual([]);
  // Whoever has a seat is among those whom the mentor has already; of a slate's several the mentor picks.
  const inView = [{ studentId: "ana", listingId: "clinic", seated: true }];
  expect(beyond({ standing: { notLookingIds: [], inView, locks: [], livePursuitLimit: 3 } })).toEqual([]);
  expect(beyond({ mode: "slate" })).toEqual([]);
  const flags = (ids: string[]) =>
    flagsOf(ana(), clinic({ leadMentor }), { context: matchContext({ placements: led }), beyond: new Set(ids) });
  expect([flags(["maya"]), flags(["theo"])]).toEqual([["beyond_mentor"], []]);
});

test("a difference between two places is the exact sum of its parts on the student's side", () => {
  const context = matchContext({ placements });
  const other = clinic({ listingId: "far", interests: ["building"], mode: "remote" });
  const [from, to] = [matchPair(ana(), clinic(), context).score, matchPair(ana(), other, context).score];
  if (!from || !to) throw new Error("both pairs are eligible");
  const difference = scoreDifference(from, to);
  expect(difference.parts.length).toBeGreaterThan(1);
  expect(difference.parts.reduce((sum, { points }) => sum + points, 0)).toBe(difference.forStudent);
  expect(difference.forStudent).toBe(to.forStudent - from.forStudent);
  expect(Math.abs(difference.parts[0]?.points ?? 0)).toBeGreaterThanOrEqual(Math.abs(difference.parts[1]?.points ?? 0));
});
