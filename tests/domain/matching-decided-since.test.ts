import fc from "fast-check";
import { expect, test } from "vitest";
import { countIn, type Decided } from "~/domain/matching/decided-since";
import { proposePlan } from "~/domain/matching/plan";
import type { PlanInput } from "~/domain/matching/plan-types";
import { matchContext } from "../support/match-context";
import { ana, clinic, maya } from "./matching-cases";
import { anyDecidedWorld, askedAt, decidedIn } from "./matching-decided-world";

const placements = [clinic(), clinic({ listingId: "farm" })];
const pair = { studentId: "ana", listingId: "clinic" };
const input: PlanInput = {
  students: [ana(), ana({ id: "ben" }), ana({ id: "cleo", currentSeatListingIds: ["farm"] })],
  placements,
  context: matchContext({ placements }),
  seed: 1,
  optedOutStudentIds: ["cleo"],
};
const asThen: Decided = {
  locks: [],
  forbids: [],
  inView: [{ studentId: "cleo", listingId: "farm", seated: true }],
  waiting: [],
  openListingIds: ["clinic", "farm"],
  weightsVersion: input.context.weights.version,
  lookingIds: ["ana", "ben"],
};
const count = (
  decided: Partial<Decided>,
  given: Partial<PlanInput> = {},
  resting: { studentId: string; listingId: string }[] = [],
) => countIn({ ...input, ...given }, { decided: { ...asThen, ...decided }, resting });

test("where nothing was decided the question stays the very same", () => {
  expect(count({})).toEqual({ input, since: { counted: 0, left: 0 } });
  expect(count({ locks: [pair] }, {}, [pair]).since).toEqual({ counted: 0, left: 0 });
});

test("a pair of which something else is said counts once, also when a lock became a ban, and the plan keeps to it", () => {
  const locked = { locks: [pair] };
  expect(count({ forbids: [pair] }, locked).since).toEqual({ counted: 1, left: 0 });
  expect(count({}, locked).since).toEqual({ counted: 1, left: 0 });
  const after = proposePlan(count({ forbids: [pair] }, locked).input);
  expect(after.ok && after.value.assignments).toMatchObject([
    { studentId: "ana", listingId: "farm" },
    { studentId: "ben" },
  ]);
});

test("an approved student is not looked for any more, and the place is gone: the seat too once it is offered", () => {
  const held = { ...pair, seated: false };
  const clinicIn = (seated: boolean) =>
    count({ inView: [...asThen.inView, { ...held, seated }] }).input.placements.find(
      ({ listingId }) => listingId === "clinic",
    );
  expect(count({ inView: [...asThen.inView, held] }).input.optedOutStudentIds).toEqual(["cleo", "ana"]);
  expect(clinicIn(false)).toMatchObject({ openPursuitPlaces: 1, openSeats: 2 });
  expect(clinicIn(true)).toMatchObject({ openPursuitPlaces: 1, openSeats: 1 });
});

test("in a slate a student may be approved for one place and get others, until a seat is theirs", () => {
  const slate = { mode: "slate" as const, perStudent: 2 };
  const after = (seated: boolean) => count({ inView: [...asThen.inView, { ...pair, seated }] }, slate).input;
  expect(after(false)).toMatchObject({ approved: [pair], optedOutStudentIds: ["cleo"] });
  expect(after(true)).toMatchObject({ approved: [pair], optedOutStudentIds: ["cleo", "ana"] });
  const plan = proposePlan(after(false));
  const own = plan.ok ? plan.value.assignments.filter(({ studentId }) => studentId === "ana") : [];
  expect(own.map(({ listingId, origin }) => [listingId, origin])).toEqual([
    ["clinic", "approved"],
    ["farm", "proposed"],
  ]);
});

test("what was suggested since takes one of the suggestions a student may still get, an approved request takes none", () => {
  const slate = { mode: "slate" as const, perStudent: 3, suggestionsLeft: { ana: 1 } };
  const inView = [...asThen.inView, { ...pair, seated: false }];
  const suggested = count({ inView }, slate).input;
  expect(suggested.suggestionsLeft).toEqual({ ana: 0 });
  const asked = [ana({ requestedListingIds: ["clinic"] }), ...input.students.slice(1)];
  const approved = count({ inView }, { ...slate, students: asked }).input;
  expect(approved.suggestionsLeft).toEqual({ ana: 1 });
  const anas = (given: PlanInput) => {
    const plan = proposePlan(given);
    return plan.ok ? plan.value.assignments.filter(({ studentId }) => studentId === "ana").length : 0;
  };
  expect([anas(suggested), anas(approved)]).toEqual([1, 2]);
});

test("a lock of a student who has a place in view by now rests", () => {
  const decided = { locks: [pair], inView: [...asThen.inView, { studentId: "ana", listingId: "farm", seated: false }] };
  expect(count(decided)).toMatchObject({ input: { locks: [] }, since: { counted: 2, left: 0 } });
});

test("what needs evidence that the plan has not seen is numbered and left: a freed student, a new listing, other weights", () => {
  expect(count({ inView: [] }).since).toEqual({ counted: 0, left: 1 });
  expect(count({ openListingIds: ["clinic", "farm", "zoo"] }).since).toEqual({ counted: 0, left: 1 });
  expect(count({ weightsVersion: asThen.weightsVersion + 1 }).since).toEqual({ counted: 0, left: 1 });
  expect(count({ locks: [{ studentId: "ana", listingId: "zoo" }] }).since).toEqual({ counted: 0, left: 1 });
});

test("whoever takes a place, it is gone: one who has another in view, one who does not look, one who came since", () => {
  const more = { studentId: "cleo", listingId: "clinic", seated: true };
  const newcomer = { studentId: "dora", listingId: "clinic", seated: false };
  const after = count({ inView: [...asThen.inView, more, newcomer] });
  expect(after.since).toEqual({ counted: 2, left: 0 });
  expect(after.input.placements[0]).toMatchObject({ openPursuitPlaces: 0, openSeats: 1 });
  const plan = proposePlan(after.input);
  expect(plan.ok && plan.value.assignments.filter(({ origin }) => origin === "proposed")).toMatchObject([
    { listingId: "farm" },
    { listingId: "farm" },
  ]);
});

test("a pair in view that is offered a seat takes it, and one of those its mentor has for all their listings", () => {
  const led = [
    clinic({ openPursuitPlaces: 3, leadMentor: maya({ room: 2 }) }),
    clinic({ listingId: "farm", openPursuitPlaces: 4, leadMentor: maya({ room: 2 }) }),
  ];
  const then = { ...pair, seated: false };
  const standing = { notLookingIds: [], inView: [...asThen.inView, then], locks: [], livePursuitLimit: 3 };
  const students = [ana({ currentSeatListingIds: ["clinic"] }), ...input.students.slice(1)];
  const given = { students, standing, approved: [pair], placements: led, placesPerSeat: 2 };
  expect(count({ inView: standing.inView }, given).since).toEqual({ counted: 0, left: 0 });
  const after = count({ inView: [...asThen.inView, { ...then, seated: true }] }, given);
  expect(after.since).toEqual({ counted: 1, left: 0 });
  expect(after.input.placements).toMatchObject([
    { openPursuitPlaces: 3, openSeats: 1, leadMentor: { room: 1 } },
    { openPursuitPlaces: 2, openSeats: 1, leadMentor: { room: 1 } },
  ]);
});

test("a request that was carried out is off the student's list, one whose approval can be undone stands on it", () => {
  const asked = [ana({ requestedListingIds: ["clinic", "farm"] }), ...input.students.slice(1)];
  const inView = [...asThen.inView, { ...pair, seated: false }];
  const listOf = (waiting: Decided["waiting"]) =>
    count({ inView, waiting }, { students: asked }).input.students[0]?.requestedListingIds;
  expect(listOf([])).toEqual(["farm"]);
  expect(listOf([pair])).toEqual(["clinic", "farm"]);
});

test("whoever stopped looking or left gets nothing, and one who looks now is for a new plan", () => {
  const standing = { notLookingIds: ["cleo"], inView: asThen.inView, locks: [], livePursuitLimit: 3 };
  const after = count({ lookingIds: ["ben", "cleo", "dora"] }, { standing });
  expect(after.since).toEqual({ counted: 1, left: 2 });
  expect(after.input).toMatchObject({
    optedOutStudentIds: ["cleo", "ana"],
    standing: { notLookingIds: ["cleo", "ana"] },
  });
  const plan = proposePlan(after.input);
  expect(plan.ok && plan.value.assignments).toMatchObject([{ studentId: "ben" }, { studentId: "cleo" }]);
});

test("with what was decided counted in, the plan is just the one that the evidence after the decisions makes", () => {
  fc.assert(
    fc.property(anyDecidedWorld, (world) => {
      const { input: made, resting } = askedAt(world, "before");
      const counted = countIn(made, { decided: decidedIn(world), resting });
      fc.pre(counted.since.counted > 0);
      expect(proposePlan(counted.input)).toEqual(proposePlan(askedAt(world, "after").input));
    }),
    { numRuns: 2000 },
  );
});
