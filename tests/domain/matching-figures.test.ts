import fc from "fast-check";
import { expect, test, vi } from "vitest";
import { canonicalInput } from "~/domain/matching/input-hash";
import { inputOfKind } from "~/domain/matching/input-of-kind";
import { locksThatDiffer } from "~/domain/matching/locks-that-differ";
import { MODES } from "~/domain/matching/mode";
import { fitOfWeight } from "~/domain/matching/own-choice";
import { proposePlan } from "~/domain/matching/plan";
import { reachOf } from "~/domain/matching/plan-reach";
import { reviewPlan } from "~/domain/matching/plan-review";
import { fitFigures, type WeighedPair } from "~/domain/matching/run-figures";
import { anyPlanInput } from "./matching-cases";

vi.setConfig({ testTimeout: 120_000 });
const RUNS = { numRuns: 2000 };

const pair = (studentId: string, weight: number | null, origin: WeighedPair["origin"] = "proposed") => ({
  studentId,
  origin,
  weight,
});

test("a slate's second and third places change no fit: each student counts once, with the best pair", () => {
  const firsts = [pair("ana", 9000), pair("ben", 6000), pair("cleo", 4000)];
  const more = [pair("ana", 100), pair("ben", 5999), pair("ana", 8000)];
  expect(fitFigures([...more, ...firsts])).toEqual(fitFigures(firsts));
  expect(fitFigures(firsts)).toEqual({ floor: 4000, fifthPercentile: 4000, median: 6000, total: 19_000 });
});

test("who is approved counts with that pair alone, so that a slate that looks on for them is not the worse for it", () => {
  const others = [pair("ben", 6000), pair("cleo", 4000)];
  const balanced = fitFigures([...others, pair("ana", null, "approved")]);
  expect(fitFigures([...others, pair("ana", null, "approved"), pair("ana", 50)])).toEqual(balanced);
  expect(balanced.floor).toBe(4000);
});

test("nobody with a fit is no figure, and not zero", () => {
  expect(fitFigures([pair("ana", null)])).toEqual({ floor: null, fifthPercentile: null, median: null, total: 0 });
});

/** What stands at a school: students who do not look, places in view with and without a seat, and any locks. */
const anyStanding = fc
  .tuple(anyPlanInput, fc.integer({ min: 1, max: 3 }), fc.infiniteStream(fc.nat()))
  .map(([{ students, placements, context, seed, forbids, previous }, livePursuitLimit, numbers]) => {
    const take = (below: number) => (numbers.next().value ?? 0) % below;
    // Also pairs of a listing that the plan does not see.
    const pick = () => ({ studentId: `s${take(students.length)}`, listingId: `l${take(placements.length + 1)}` });
    const some = (most: number) => (students.length === 0 ? [] : Array.from({ length: take(most + 1) }, pick));
    const notLookingIds = students.length > 0 && take(2) === 0 ? [`s${take(students.length)}`] : [];
    const unique = new Map(some(3).map((one) => [`${one.studentId} ${one.listingId}`, one]));
    const inView = [...unique.values()].map((one) => ({ ...one, seated: take(3) === 0 }));
    const standing = { notLookingIds, inView, locks: some(4), livePursuitLimit };
    return { students, placements, context, seed, forbids: forbids ?? [], previous: previous ?? [], standing };
  });

test("X4: each kind is asked about the same students, can keep its locks, and accounts for everybody (property)", () => {
  fc.assert(
    fc.property(anyStanding, fc.nat({ max: 2 }), (shared, from) => {
      const kinds = MODES.map((mode) => inputOfKind(shared, mode));
      for (const { input, resting } of kinds) {
        const plan = proposePlan(input);
        if (!plan.ok) throw new Error(plan.reason);
        const left = plan.value.unmatched.length;
        expect(plan.value.audit.placed + left).toBe(shared.students.length);
        expect((input.locks ?? []).length + resting.length).toBe(shared.standing.locks.length);
        for (const id of shared.standing.notLookingIds) expect(input.optedOutStudentIds).toContain(id);
        expect(input.approved).toEqual(kinds[0]?.input.approved);
      }
      // From any kind the way leads to any other.
      const again = MODES.map((mode) =>
        inputOfKind({ ...shared, ...kinds[from]?.input, standing: shared.standing }, mode),
      );
      expect(again.map((one) => canonicalInput(one.input))).toEqual(kinds.map((one) => canonicalInput(one.input)));
    }),
    RUNS,
  );
});

test("only a slate looks on for a student with a place in view, never for one with a seat (property)", () => {
  fc.assert(
    fc.property(anyStanding, (shared) => {
      const [balanced, stable, slate] = MODES.map((mode) => new Set(inputOfKind(shared, mode).settled));
      for (const { studentId, seated } of shared.standing.inView) {
        if (!shared.students.some(({ id }) => id === studentId)) continue;
        expect([balanced?.has(studentId), stable?.has(studentId)]).toEqual([true, true]);
        if (seated) expect(slate?.has(studentId)).toBe(true);
      }
      for (const id of slate ?? []) expect(balanced?.has(id)).toBe(true);
    }),
    RUNS,
  );
});

test("two kinds differ in the locks that rest in one of them, and in no others (property)", () => {
  fc.assert(
    fc.property(anyStanding, (shared) => {
      const [one, other] = [inputOfKind(shared, "balanced"), inputOfKind(shared, "slate")];
      expect(locksThatDiffer(one, one)).toEqual([]);
      const differing = locksThatDiffer(one, other);
      for (const { first, second } of differing) expect([first, second].filter(Boolean)).toHaveLength(1);
      const back = locksThatDiffer(other, one);
      expect(back).toHaveLength(differing.length);
    }),
    RUNS,
  );
});

test("the figures of a kind never fall below the lowest fit of its pairs, and are those of the pairs where each student has one", () => {
  fc.assert(
    fc.property(anyStanding, fc.constantFrom(...MODES), (shared, mode) => {
      const { input } = inputOfKind(shared, mode);
      const plan = proposePlan(input);
      if (!plan.ok) throw new Error(plan.reason);
      const { floor, total } = reviewPlan(plan.value, input);
      const { assignments } = plan.value;
      const fits = assignments.flatMap(({ weight }) => (weight === null ? [] : fitOfWeight(weight)));
      const lowest = fits.length === 0 ? null : Math.min(...fits);
      if (floor !== null) expect(floor).toBeGreaterThanOrEqual(lowest ?? 0);
      const isSingle = new Set(assignments.map(({ studentId }) => studentId)).size === assignments.length;
      if (isSingle) expect({ floor, total }).toEqual({ floor: lowest, total: reachOf(assignments).total });
    }),
    RUNS,
  );
});
