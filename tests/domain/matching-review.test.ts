import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { lockPrices } from "~/domain/matching/lock-price";
import { matchPair } from "~/domain/matching/pair";
import { proposePlan } from "~/domain/matching/plan";
import { changedInput } from "~/domain/matching/plan-change";
import { reachBeyond, reachOf } from "~/domain/matching/plan-reach";
import { reviewPlan } from "~/domain/matching/plan-review";
import type { Plan, PlanInput } from "~/domain/matching/plan-types";
import { seatPrices } from "~/domain/matching/seat-prices";
import { openWarmPlan, type WarmPlan } from "~/domain/matching/warm-plan";
import { whyUnmatched } from "~/domain/matching/why-unmatched";
import { i18nFor } from "~/i18n.server";
import { matchContext } from "../support/match-context";
import { ana, anyModeInput, anyPlanInput, clinic, like } from "./matching-cases";
import { enviousIn } from "./matching-envy";

const RUNS = { numRuns: 2000 };
vi.setConfig({ testTimeout: 180_000 });

function onEveryWarmPlan(law: (plan: WarmPlan) => void): void {
  fc.assert(
    fc.property(anyPlanInput, (input) => {
      const plan = openWarmPlan(input);
      fc.pre(plan.ok);
      if (plan.ok) law(plan.value);
    }),
    RUNS,
  );
}

function onEveryPlan(law: (plan: Plan, input: PlanInput) => void): void {
  fc.assert(
    fc.property(anyModeInput, (input) => {
      const plan = proposePlan(input);
      fc.pre(plan.ok);
      if (plan.ok) law(plan.value, input);
    }),
    RUNS,
  );
}

describe("seat prices", () => {
  it("O10: are the real difference of the objective, solved anew (property)", () => {
    onEveryWarmPlan((plan) => {
      const before = reachOf(plan.plan.assignments);
      for (const { listingId, difference } of seatPrices(plan)) {
        const after = planOf(changedInput(plan.input, [{ kind: "seats", listingId, by: 1 }]));
        expect(difference).toEqual(reachBeyond(before, reachOf(after.assignments)));
      }
    });
  });

  it("say where one more seat places one more student", () => {
    const placements = [
      clinic({ openSeats: 1 }),
      clinic({ listingId: "farm", openSeats: 2, interests: ["gardening"] }),
    ];
    const students = ["a", "b"].map((id) => ana({ id }));
    const forbids = students.map(({ id }) => ({ studentId: id, listingId: "farm" }));
    const plan = warm({ students, placements, context: matchContext({ placements }), seed: 1, forbids });
    expect(
      seatPrices(plan)
        .map(({ listingId, difference }) => [listingId, difference.placed])
        .sort(),
    ).toEqual([
      ["clinic", 1],
      ["farm", 0],
    ]);
  });
});

describe("one more seat", () => {
  it("places as many as may go after a seat at once, where it is pursuit places that are short, and says so", () => {
    const placements = [clinic({ openSeats: 2, openPursuitPlaces: 0 })];
    const students = ["a", "b", "c"].map((id) => ana({ id }));
    const plan = warm({ students, placements, context: matchContext({ placements }), seed: 1, placesPerSeat: 2 });
    const [price] = seatPrices(plan);
    expect(price?.difference.placed).toBe(2);
    const say = i18nFor("en").getFixedT(null, "plans");
    const subject = say("seats.oneMore.listing");
    expect(say("seats.does.places", { subject, count: price?.difference.placed ?? 0 })).toBe(
      "One more seat here places 2 more students.",
    );
    expect(say("seats.does.places", { subject, count: 1 })).toBe("One more seat here places one more student.");
  });
});

describe("a plan's review", () => {
  it("names as envy exactly the pairs that would both rather have each other, and whom the listing would give up (property)", () => {
    onEveryPlan((plan, input) => {
      const { envy } = reviewPlan(plan, input);
      if (input.mode === "slate") return expect(envy).toEqual([]);
      const keys = envy.map(({ studentId, listingId }) => `${studentId} ${listingId}`);
      expect(keys.sort()).toEqual(enviousIn(plan, input).sort());
      for (const { studentId, listingId, ownListingId, over } of envy) {
        expect(plan.assignments.find((pair) => pair.studentId === studentId)?.listingId ?? null).toBe(ownListingId);
        const held = plan.assignments.filter((pair) => pair.listingId === listingId && pair.origin !== "approved");
        const seats = seatsAt(input, listingId);
        expect(over.length > 0).toBe(held.length >= seats);
        for (const id of over)
          expect(forPlacement(input, id, listingId)).toBeLessThan(forPlacement(input, studentId, listingId));
      }
      if (input.mode === "stable") expect(envy).toEqual([]);
    });
  });

  it("X4: counts that add up: everybody is placed or has a reason, and the lowest fit is below the rest (property)", () => {
    onEveryPlan((plan, input) => {
      const { audit } = plan;
      const left = Object.values(audit.unmatched).reduce((sum, count) => sum + count, 0);
      expect(audit.placed + left).toBe(audit.students);
      const { floor, fifthPercentile, median } = reviewPlan(plan, input);
      expect(fifthPercentile ?? 0).toBeGreaterThanOrEqual(floor ?? 0);
      expect(fifthPercentile ?? 0).toBeLessThanOrEqual(median ?? 0);
    });
  });

  it("says of each lock what its release would give back, and who would go where then", () => {
    const placements = [
      clinic({ openSeats: 1 }),
      clinic({ listingId: "farm", openSeats: 1, interests: ["gardening"] }),
    ];
    const students = [ana({ id: "a", wishedListingIds: ["clinic"] }), ana({ id: "b" })];
    const lock = { studentId: "b", listingId: "clinic" };
    const input = { students, placements, context: matchContext({ placements }), seed: 1 };
    const [price, ...others] = lockPrices(warm({ ...input, locks: [lock] }));
    expect(others).toEqual([]);
    expect(price).toMatchObject({
      ...lock,
      chain: [
        { studentId: "b", to: "farm" },
        { studentId: "a", to: "clinic" },
      ],
      others: [],
    });
    const reached = (locks: PlanInput["locks"]) => reachOf(planOf({ ...input, locks }).assignments);
    expect(price?.cost).toEqual(reachBeyond(reached([lock]), reached([])));
    expect(price?.cost.chosen).toBe(1);
  });
});

describe("why somebody has no place", () => {
  it("F8: comes with the plan's reason, and the ways that one constraint alone rules out are just so many (property)", () => {
    onEveryWarmPlan((plan) => {
      const { input } = plan;
      for (const { studentId, reason } of plan.plan.unmatched) {
        const answer = whyUnmatched(plan, studentId);
        if (!answer.ok) throw new Error(answer.reason);
        expect(answer.value.reason).toBe(reason);
        const student = input.students.find(({ id }) => id === studentId);
        if (!student) throw new Error("nobody");
        for (const { moreMinutes, listings, placed } of [answer.value.travel ?? []].flat()) {
          const limit = student.travelLimitMinutes ?? input.context.travelLimitMinutes;
          const opened = input.placements.filter((placement) => {
            const isForbidden = (input.forbids ?? []).some(
              (one) => one.studentId === studentId && one.listingId === placement.listingId,
            );
            const farther = { ...student, travelLimitMinutes: limit + moreMinutes };
            const isOpen = (one: typeof student) => matchPair(one, placement, input.context).eligible;
            return !isForbidden && isOpen(farther) && !isOpen(student);
          });
          expect(listings).toBe(opened.length);
          const after = planOf(
            changedInput(input, [{ kind: "travel_limit", studentId, minutes: limit + moreMinutes }]),
          );
          expect(placed).toBe(after.objective.placed - plan.plan.objective.placed);
        }
        for (const listingId of answer.value.seatsThatHelp) {
          const after = planOf(changedInput(input, [{ kind: "seats", listingId, by: 1 }]));
          expect(after.objective.placed).toBe(plan.plan.objective.placed + 1);
        }
      }
    });
  });

  it("says what a longer way would open", () => {
    const away = { lat: 47.8, lon: -122.33, approximate: false };
    const placements = ["x", "y", "z"].map((listingId) =>
      clinic({ listingId, location: away, interests: ["animals"] }),
    );
    const near = ana({ interests: [like("animals")], travelLimitMinutes: 60 });
    const plan = warm({ students: [near], placements, context: matchContext({ placements }), seed: 1 });
    expect(whyUnmatched(plan, "ana")).toMatchObject({
      value: {
        reason: "no_eligible_placement",
        binding: [{ code: "too_far", listings: 3 }],
        travel: { moreMinutes: 10, listings: 3, placed: 1 },
      },
    });
    expect(whyUnmatched(plan, "nobody")).toMatchObject({ reason: "unknown_student" });
  });
});

it("names nothing that would open to whom the limit of live requests leaves without a place", () => {
  const away = { lat: 47.8, lon: -122.33, approximate: false };
  const placements = [clinic(), clinic({ listingId: "away", location: away })];
  const suggestionsLeft = { ana: 0 };
  const students = [ana({ travelLimitMinutes: 60 })];
  const plan = warm({ students, placements, context: matchContext({ placements }), seed: 1, suggestionsLeft });
  expect(whyUnmatched(plan, "ana")).toMatchObject({ value: { reason: "has_most_live", binding: [], travel: null } });
});

it("says to whom others take the seats what a longer way would open, and that one more student is placed by it", () => {
  const away = { lat: 47.8, lon: -122.33, approximate: false };
  const placements = [clinic({ openSeats: 1 }), clinic({ listingId: "away", location: away })];
  const students = ["a", "b"].map((id) => ana({ id, travelLimitMinutes: 60 }));
  const plan = warm({ students, placements, context: matchContext({ placements }), seed: 1 });
  const [left] = plan.plan.unmatched;
  expect(whyUnmatched(plan, left?.studentId ?? "")).toMatchObject({
    value: {
      reason: "crowded_out",
      binding: [{ code: "too_far", listings: 1 }],
      travel: { moreMinutes: 10, listings: 1, placed: 1 },
    },
  });
});

function planOf(input: PlanInput): Plan {
  const outcome = proposePlan(input);
  if (!outcome.ok) throw new Error(outcome.reason);
  return outcome.value;
}

function warm(input: PlanInput): WarmPlan {
  const outcome = openWarmPlan(input);
  if (!outcome.ok) throw new Error(outcome.reason);
  return outcome.value;
}

function seatsAt({ placements }: PlanInput, id: string): number {
  const found = placements.find(({ listingId }) => listingId === id);
  return found ? Math.min(found.openSeats, found.openPursuitPlaces) : 0;
}

function forPlacement({ students, placements, context }: PlanInput, studentId: string, id: string): number {
  const student = students.find((one) => one.id === studentId);
  const placement = placements.find(({ listingId }) => listingId === id);
  return (student && placement && matchPair(student, placement, context).score?.forPlacement) || 0;
}
