import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { canonicalInput } from "~/domain/matching/input-hash";
import { proposePlan } from "~/domain/matching/plan";
import type { Plan, PlanInput } from "~/domain/matching/plan-types";
import { verifyPlan } from "~/domain/matching/verify-plan";
import { matchContext } from "../support/match-context";
import { ana, anyModeInput, clinic, like } from "./matching-cases";
import { enviousIn } from "./matching-envy";

const RUNS = { numRuns: 2000 };
vi.setConfig({ testTimeout: 120_000 });

function onPlans(mode: PlanInput["mode"], law: (plan: Plan, input: PlanInput) => void): void {
  fc.assert(
    fc.property(anyModeInput, (drawn) => {
      const input = { ...drawn, mode };
      const outcome = proposePlan(input);
      fc.pre(outcome.ok);
      if (outcome.ok) law(outcome.value, input);
    }),
    RUNS,
  );
}

describe("a stable plan of a school", () => {
  it("T1: leaves no student and placement that would both rather have each other (property)", () => {
    onPlans("stable", (plan, input) => {
      expect(enviousIn(plan, input)).toEqual([]);
      expect(verifyPlan(plan, input)).toEqual([]);
    });
  });

  it("T1: is checked: one that sends a student away who could stay is found out (property)", () => {
    onPlans("stable", (plan, input) => {
      for (const { studentId } of plan.assignments.filter(({ origin }) => origin === "proposed")) {
        const left = { studentId, reason: "others_preferred" as const, failing: {}, crowd: null };
        const spoiled = {
          ...plan,
          assignments: plan.assignments.filter((pair) => pair.studentId !== studentId),
          unmatched: [...plan.unmatched, left],
        };
        expect(verifyPlan(spoiled, input)).toContainEqual(expect.objectContaining({ property: "T1", studentId }));
      }
    });
  });

  it("puts what a student asked for first, then what they saved in their order, then what suits them", () => {
    const placements = ["asked", "saved", "suits"].map((listingId) =>
      clinic({ listingId, openSeats: 1, interests: listingId === "suits" ? ["animals"] : ["gardening"] }),
    );
    const student = ana({
      interests: [like("animals", 3)],
      wishedListingIds: ["saved"],
      requestedListingIds: ["asked"],
    });
    const listingOf = (forbids: string[]) =>
      planOf({
        students: [student],
        placements,
        context: matchContext({ placements }),
        seed: 1,
        mode: "stable",
        forbids: forbids.map((listingId) => ({ studentId: "ana", listingId })),
      }).assignments[0]?.listingId;
    expect([listingOf([]), listingOf(["asked"]), listingOf(["asked", "saved"])]).toEqual(["asked", "saved", "suits"]);
  });

  it("may place fewer than a balanced one, and says that placements would rather have others", () => {
    const placements = [
      clinic({ openSeats: 1 }),
      clinic({ listingId: "farm", openSeats: 1, interests: ["gardening"] }),
    ];
    const students = [
      ana({ id: "choice", wishedListingIds: ["clinic"] }),
      ana({ id: "one", interests: [like("music")], wishedListingIds: ["clinic"] }),
    ];
    const input: PlanInput = {
      students,
      placements,
      context: matchContext({ placements }),
      seed: 1,
      forbids: [{ studentId: "one", listingId: "farm" }],
    };
    expect(planOf(input).audit.placed).toBe(2);
    const stable = planOf({ ...input, mode: "stable" });
    expect(stable.unmatched).toMatchObject([{ studentId: "one", reason: "others_preferred", crowd: null }]);
    expect(stable).toMatchObject({ engine: "stable-2", certificate: null });
  });
});

describe("a slate of a school", () => {
  it("suggests a student what their live pursuits leave, and on top of it what they asked for", () => {
    const placements = ["a", "b", "c", "d"].map((listingId) => clinic({ listingId }));
    const students = [ana({ requestedListingIds: ["c", "d"] })];
    const given: PlanInput = { students, placements, context: matchContext({ placements }), seed: 1, mode: "slate" };
    const listingsOf = (change: Partial<PlanInput>) =>
      planOf({ ...given, ...change }).assignments.map(({ listingId }) => listingId);
    expect(listingsOf({ suggestionsLeft: { ana: 1 } })).toEqual([expect.stringMatching("^[ab]$"), "c", "d"]);
    expect(listingsOf({ suggestionsLeft: { ana: 0 } })).toEqual(["c", "d"]);
    const locks = [{ studentId: "ana", listingId: "b" }];
    expect(listingsOf({ suggestionsLeft: { ana: 1 }, locks })).toEqual(["b", "c", "d"]);
    const none = planOf({ ...given, students: [ana()], suggestionsLeft: { ana: 0 } });
    expect(none.unmatched).toMatchObject([{ reason: "has_most_live", failing: { has_most_live: 4 } }]);
  });

  it("O2: proves each of its rounds without a gap; no price can be changed unnoticed (property)", () => {
    onPlans("slate", (plan, input) => {
      expect(verifyPlan(plan, input)).toEqual([]);
      expect(plan.rounds).toHaveLength(input.perStudent ?? 0);
      for (const { studentId, listingId, round = 1 } of plan.assignments.filter(
        ({ origin }) => origin === "proposed",
      )) {
        const change = (side: "students" | "listings", id: string) =>
          (plan.rounds ?? []).map((proof, at) =>
            at === round - 1 ? { ...proof, [side]: { ...proof[side], [id]: (proof[side][id] ?? 0) + 1 } } : proof,
          );
        for (const rounds of [change("students", studentId), change("listings", listingId)])
          expect(verifyPlan({ ...plan, rounds }, input)).toContainEqual(expect.objectContaining({ property: "O2" }));
      }
    });
  });

  it("gives nobody a second place at the cost of somebody's first: it places as many as a balanced plan (property)", () => {
    onPlans("slate", (plan, input) => {
      const placements = input.placements.map((one) => ({ ...one, openSeats: one.openSeats > 0 ? 3 : 0 }));
      const one = { ...input, placements, locks: [], approved: [] };
      const slate = planOf(one);
      expect(slate.objective.placed).toBe(planOf({ ...one, mode: "balanced" }).objective.placed);
      expect(plan.audit.placed).toBe(new Set(plan.assignments.map(({ studentId }) => studentId)).size);
    });
  });

  it("counts locks towards what a student may have, and fills pursuit places rather than seats", () => {
    const placements = ["a", "b", "c", "d"].map((listingId) =>
      clinic({ listingId, openSeats: 1, openPursuitPlaces: 2 }),
    );
    const students = [ana({ id: "x" }), ana({ id: "y" })];
    const locks = [{ studentId: "x", listingId: "d" }];
    const plan = planOf({ students, placements, context: matchContext({ placements }), seed: 1, mode: "slate", locks });
    const ofStudent = (id: string) => plan.assignments.filter(({ studentId }) => studentId === id);
    expect(ofStudent("x")).toHaveLength(3);
    expect(ofStudent("x")).toContainEqual(expect.objectContaining({ listingId: "d", origin: "locked" }));
    expect(
      ofStudent("y")
        .map(({ round }) => round)
        .sort(),
    ).toEqual([1, 2, 3]);
  });

  it("refuses a lock that stands twice or goes beyond what a student may have", () => {
    const placements = ["a", "b"].map((listingId) => clinic({ listingId }));
    const input: PlanInput = {
      students: [ana()],
      placements,
      context: matchContext({ placements }),
      seed: 1,
      mode: "slate",
    };
    const [a, b] = ["a", "b"].map((listingId) => ({ studentId: "ana", listingId })) as [Pair, Pair];
    expect(proposePlan({ ...input, locks: [a, b] })).toMatchObject({ ok: true });
    expect(proposePlan({ ...input, locks: [a, a] })).toMatchObject({ reason: "student_locked_twice" });
    expect(proposePlan({ ...input, locks: [a, b], perStudent: 1 })).toMatchObject({ reason: "student_locked_twice" });
  });
});

type Pair = { studentId: string; listingId: string };

describe("the plan before", () => {
  it("N5: the more its pairs count, the more of them stay and the less the rest is worth (property)", () => {
    const counts = fc.uniqueArray(fc.integer({ min: 0, max: 10_000 }), { minLength: 2, maxLength: 3 });
    fc.assert(
      fc.property(anyModeInput, counts, (drawn, draws) => {
        const input: PlanInput = { ...drawn, mode: "balanced" };
        fc.pre(proposePlan(input).ok);
        const before = new Set((input.previous ?? []).map(keyOf));
        const outcomes = draws
          .sort((a, b) => a - b)
          .map((stickiness) => {
            const plan = planOf({ ...input, stickiness });
            expect(verifyPlan(plan, { ...input, stickiness })).toEqual([]);
            const stayed = plan.assignments.filter((pair) => pair.origin === "proposed" && before.has(keyOf(pair)));
            return { ...plan.objective, kept: stayed.length };
          });
        outcomes.slice(1).forEach((more, at) => {
          const less = outcomes[at];
          expect(more.kept).toBeGreaterThanOrEqual(less?.kept ?? 0);
          expect(more.total).toBeLessThanOrEqual(less?.total ?? 0);
          expect([more.placed, more.floor]).toEqual([less?.placed, less?.floor]);
        });
      }),
      RUNS,
    );
  });

  it("is asked in the input's hash with its mode and stickiness, and words that stand for nothing leave the hash alone", () => {
    const placements = [clinic()];
    const input: PlanInput = { students: [ana()], placements, context: matchContext({ placements }), seed: 1 };
    expect(
      canonicalInput({
        ...input,
        mode: "balanced",
        stickiness: 0,
        perStudent: 2,
        placesPerSeat: 1,
        suggestionsLeft: {},
      }),
    ).toBe(canonicalInput(input));
    const others: Partial<PlanInput>[] = [
      { mode: "stable" },
      { mode: "slate" },
      { mode: "slate", perStudent: 2 },
      { stickiness: 5 },
      { placesPerSeat: 2 },
      { suggestionsLeft: { ana: 0 } },
    ];
    expect(new Set([{}, ...others].map((change) => canonicalInput({ ...input, ...change }))).size).toBe(7);
  });
});

function planOf(input: PlanInput): Plan {
  const outcome = proposePlan(input);
  if (!outcome.ok) throw new Error(outcome.reason);
  return outcome.value;
}

function keyOf({ studentId, listingId }: Pair): string {
  return `${studentId} ${listingId}`;
}
