import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { changedPlan } from "~/domain/matching/changed-plan";
import type { Mode } from "~/domain/matching/mode";
import { type OpenPlan, openPlan } from "~/domain/matching/open-plan";
import { matchPair } from "~/domain/matching/pair";
import { proposePlan } from "~/domain/matching/plan";
import { changedInput } from "~/domain/matching/plan-change";
import { reachBeyond, reachOf } from "~/domain/matching/plan-reach";
import type { PlanInput } from "~/domain/matching/plan-types";
import { type WhyNot, whyNot } from "~/domain/matching/why-not";
import { anyModeInput, isOneTooMany, ownListOf } from "./matching-cases";

const RUNS = { numRuns: 2000 };
vi.setConfig({ testTimeout: 120_000 });

interface Asked {
  plan: OpenPlan;
  input: PlanInput;
  pair: { studentId: string; listingId: string };
}

/** Every pair of students and listings, in stable plans and in slates of one to three. */
function onEveryPair(law: (asked: Asked, answer: WhyNot) => void): void {
  fc.assert(
    fc.property(anyModeInput, fc.constantFrom<Mode>("stable", "slate"), (drawn, mode) => {
      const input = { ...drawn, mode };
      const opened = openPlan(input);
      fc.pre(opened.ok);
      if (!opened.ok) return;
      for (const { id: studentId } of input.students.slice(0, 4))
        for (const { listingId } of input.placements) {
          const asked = { plan: opened.value, input, pair: { studentId, listingId } };
          const answer = whyNot(opened.value, asked.pair);
          if (!answer.ok) throw new Error(answer.reason);
          law(asked, answer.value);
        }
    }),
    RUNS,
  );
}

const same = (one: Asked["pair"], other: Asked["pair"]) =>
  one.studentId === other.studentId && one.listingId === other.listingId;
const ownOf = ({ plan, pair }: Asked) => plan.plan.assignments.filter(({ studentId }) => studentId === pair.studentId);
const mostOf = ({ mode, perStudent = 3 }: PlanInput) => (mode === "slate" ? perStudent : 1);
const placementOf = ({ input, pair }: Asked) => input.placements.find((one) => one.listingId === pair.listingId);

/** Both sides' scores of a pair, judged alone. */
function scoreOf({ input }: Asked, { studentId, listingId }: Asked["pair"]) {
  const student = input.students.find(({ id }) => id === studentId);
  const placement = input.placements.find((one) => one.listingId === listingId);
  if (!student || !placement) throw new Error("nobody");
  return matchPair(student, placement, input.context).score;
}

/** Larger is dearer: the student's own list in its order, then by how well it suits. Word for word from the definition. */
function wish(asked: Asked, listingId: string): number {
  const student = asked.input.students.find(({ id }) => id === asked.pair.studentId);
  const score = scoreOf(asked, { ...asked.pair, listingId })?.forStudent ?? Number.NEGATIVE_INFINITY;
  const place = student ? ownListOf(student).indexOf(listingId) : -1;
  return place < 0 ? score : 1e5 * (9 - place) + score;
}

/** Seats that locks leave, counted by hand. */
function seatsFor(asked: Asked): number {
  const { mode, locks = [] } = asked.input;
  const placement = placementOf(asked);
  if (!placement?.published) return 0;
  const { openSeats, openPursuitPlaces } = placement;
  const open = mode === "slate" ? (openSeats > 0 ? openPursuitPlaces : 0) : Math.min(openSeats, openPursuitPlaces);
  return open - locks.filter(({ listingId }) => listingId === asked.pair.listingId).length;
}

function holdersOf({ plan, pair }: Asked): string[] {
  return plan.plan.assignments.flatMap(({ listingId, origin, studentId }) =>
    listingId === pair.listingId && origin === "proposed" ? studentId : [],
  );
}

/** What of these is so; the plan may say none that is not, and one that is. */
function truths(asked: Asked) {
  const { input, pair } = asked;
  const { locks = [], approved = [], forbids = [], optedOutStudentIds = [] } = input;
  const isOwn = ({ studentId }: Asked["pair"]) => studentId === pair.studentId;
  const fixed = [...locks, ...approved].filter(isOwn).length;
  return {
    isThere: ownOf(asked).some((one) => same(one, pair)),
    isResting: optedOutStudentIds.includes(pair.studentId),
    isFixed: fixed >= mostOf(input) && fixed > 0,
    isForbidden: forbids.some((one) => same(one, pair)),
    isEligible: scoreOf(asked, pair) !== null,
    seats: seatsFor(asked),
    free: seatsFor(asked) - holdersOf(asked).length,
  };
}

describe("why a stable plan or a slate does not have a pair", () => {
  it("X2: is ineligible, forbidden, fixed, one suggestion too many, full or the student's own being dearer, and just when that is so (property)", () => {
    onEveryPair((asked, answer) => {
      const { isThere, isResting, isFixed, isForbidden, isEligible, seats } = truths(asked);
      const expected = isThere
        ? ["in_plan"]
        : isResting || isFixed
          ? ["not_looking", "fixed_elsewhere", "has_most"].filter((code) => isResting || code !== "not_looking")
          : !isEligible
            ? ["not_eligible"]
            : isForbidden
              ? ["forbidden_by_staff"]
              : isOneTooMany(asked.input, asked.pair)
                ? ["has_most_live"]
                : seats <= 0
                  ? ["locks_hold_seats"]
                  : asked.input.mode === "slate"
                    ? ["full", "has_most", "has_most_live"]
                    : ["full", "prefers_own"];
      expect(expected).toContain(answer.code);
    });
  });

  it("X2: names what is so: the rules that fail, the place that is fixed, and all that the student has (property)", () => {
    onEveryPair((asked, answer) => {
      const own = ownOf(asked).map(({ listingId }) => listingId);
      if (answer.code === "not_eligible") {
        const placement = placementOf(asked);
        const student = asked.input.students.find(({ id }) => id === asked.pair.studentId);
        if (!student || !placement) throw new Error("nobody");
        const { blockers } = matchPair(student, placement, asked.input.context).eligibility;
        expect(answer.blockers).toEqual(blockers);
        expect(blockers.length).toBeGreaterThan(0);
      }
      if (answer.code === "fixed_elsewhere") {
        const at = ownOf(asked).find(({ listingId }) => listingId === answer.listingId);
        expect(["locked", "approved"]).toContain(at?.origin);
      }
      if (answer.code === "has_most_live") {
        const given = asked.plan.plan.assignments.filter(({ origin }) => origin !== "approved");
        expect(isOneTooMany(asked.input, asked.pair, given)).toBe(true);
      }
      if (answer.code === "has_most") {
        expect(answer.listingIds.toSorted()).toEqual(own.toSorted());
        expect(own.length).toBeGreaterThanOrEqual(mostOf(asked.input));
      }
    });
  });

  it("X2: full is full: of a stable plan the student wants it no less than what they have, and if more, its holders suit it no worse (property)", () => {
    onEveryPair((asked, answer) => {
      if (answer.code !== "full") return;
      const holders = holdersOf(asked);
      expect([holders.length, answer.seats]).toEqual([seatsFor(asked), seatsFor(asked)]);
      if (asked.input.mode === "slate") return;
      const suits = (studentId: string) => scoreOf(asked, { ...asked.pair, studentId })?.forPlacement ?? 0;
      const [here, ...own] = [asked.pair, ...ownOf(asked)].map(({ listingId }) => wish(asked, listingId));
      for (const one of own) expect(here).toBeGreaterThanOrEqual(one);
      // Whoever has a place as dear as this one is kept from it by nobody.
      if (own.some((one) => one === here)) return;
      for (const holder of holders) expect(suits(holder)).toBeGreaterThanOrEqual(suits(asked.pair.studentId));
    });
  });

  it("X2: a dearer place is dearer; an equal one only where a seat is left, so that nobody stood in the way (property)", () => {
    onEveryPair((asked, answer) => {
      if (answer.code !== "prefers_own") return;
      const [own, other] = [wish(asked, answer.listingId), wish(asked, asked.pair.listingId)];
      expect(ownOf(asked).map(({ listingId }) => listingId)).toEqual([answer.listingId]);
      if (truths(asked).free > 0) expect(own).toBeGreaterThanOrEqual(other);
      else expect(own).toBeGreaterThan(other);
    });
  });

  it("X2: what a lock of it costs is the plan made anew with it, in which somebody else gives up a full place (property)", () => {
    onEveryPair((asked, answer) => {
      if (!["full", "prefers_own"].includes(answer.code)) return;
      const { plan, input, pair } = asked;
      const lock = { kind: "lock", ...pair } as const;
      const priced = changedPlan(plan, [lock]);
      if (!priced.ok) throw new Error(priced.reason);
      const made = proposePlan({ ...changedInput(input, [lock]), previous: plan.plan.assignments });
      if (!made.ok) throw new Error(made.reason);
      const { assignments } = made.value;
      const difference = reachBeyond(reachOf(plan.plan.assignments), reachOf(assignments));
      expect(priced.value.difference).toMatchObject(difference);
      expect(assignments.some((one) => same(one, pair))).toBe(true);
      if (truths(asked).free > 0) return;
      const leaving = priced.value.movers.filter(({ leaves }) => leaves.includes(pair.listingId));
      expect(leaving.some(({ studentId }) => holdersOf(asked).includes(studentId))).toBe(true);
    });
  });
});
