import { describe, expect, it, vi } from "vitest";
import { matchPair } from "~/domain/matching/pair";
import { proposePlan } from "~/domain/matching/plan";
import type { PlanInput } from "~/domain/matching/plan-types";
import { verifyPlan } from "~/domain/matching/verify-plan";
import { matchContext } from "../support/match-context";
import { ana, clinic, isOneTooMany, like } from "./matching-cases";
import { onEveryPlan, placement, planOf, two } from "./matching-every-plan";

const RUNS = { numRuns: 2000 };
vi.setConfig({ testTimeout: 120_000 });

describe("a plan", () => {
  it("F1: gives each student one placement at most, in a slate no more than it gives and none twice (property)", () => {
    onEveryPlan(RUNS, (plan, { mode, perStudent, students }) => {
      for (const { id } of students) {
        const own = plan.assignments.filter(({ studentId }) => studentId === id).map(({ listingId }) => listingId);
        expect(own.length).toBeLessThanOrEqual(mode === "slate" ? (perStudent ?? 0) : 1);
        expect(new Set(own).size).toBe(own.length);
      }
    });
  });

  it("F1: suggests nobody more than can be approved next to what they have under way, and is checked for it (property)", () => {
    onEveryPlan(RUNS, (plan, input) => {
      const given = plan.assignments.filter(({ origin }) => origin !== "approved");
      given.forEach((pair, at) => {
        expect(isOneTooMany(input, pair, given.slice(0, at))).toBe(false);
      });
      const suggested = given.find(({ studentId, listingId }) =>
        input.students.some(
          ({ id, requestedListingIds }) => id === studentId && !requestedListingIds.includes(listingId),
        ),
      );
      if (!suggested) return;
      const stricter = { ...input, suggestionsLeft: { ...input.suggestionsLeft, [suggested.studentId]: 0 } };
      expect(verifyPlan(plan, stricter)).toContainEqual(
        expect.objectContaining({ property: "F1", studentId: suggested.studentId }),
      );
    });
  });

  it("F2: respects seats, in a slate pursuit places, locks counted (property)", () => {
    onEveryPlan(RUNS, (plan, input) => {
      for (const { listingId, openSeats, openPursuitPlaces } of input.placements) {
        const most = input.mode === "slate" ? openPursuitPlaces : Math.min(openSeats, openPursuitPlaces);
        const used = plan.assignments.filter(
          (pair) => pair.listingId === listingId && pair.origin !== "approved",
        ).length;
        expect(used).toBeLessThanOrEqual(most);
      }
    });
  });

  it("F2: refuses more locks than seats", () => {
    const students = ["a", "b", "c"].map((id) => ana({ id }));
    const locks = students.map(({ id }) => ({ studentId: id, listingId: "clinic" }));
    expect(proposePlan({ ...two(), students, locks })).toMatchObject({
      ok: false,
      reason: "lock_over_capacity",
      detail: { listingId: "clinic", seats: 2, locks: 3 },
    });
  });

  it("F3: holds only eligible pairs, or locks overridden with actor and reason (property)", () => {
    onEveryPlan(RUNS, (plan, input) => {
      for (const pair of plan.assignments) {
        const student = input.students.find(({ id }) => id === pair.studentId);
        if (!student) throw new Error("unknown student");
        const { eligible } = matchPair(student, placement(input, pair.listingId), input.context);
        if (pair.origin === "proposed") expect(eligible).toBe(true);
        if (pair.origin === "locked" && !eligible)
          expect(
            input.locks?.find((lock) => lock.studentId === pair.studentId && lock.listingId === pair.listingId)
              ?.override?.reason,
          ).toBeTruthy();
        expect(pair.score === null).toBe(!eligible);
      }
    });
  });

  it("F3: refuses a lock on an ineligible pair, and takes it with actor and reason", () => {
    const lock = { studentId: "ana", listingId: "clinic" };
    const input = { ...two(), students: [ana({ weekdays: [1] })] };
    expect(proposePlan({ ...input, locks: [lock] })).toMatchObject({ ok: false, reason: "lock_not_eligible" });
    const blank = { actorId: "tom", reason: "  " };
    expect(proposePlan({ ...input, locks: [{ ...lock, override: blank }] })).toMatchObject({ ok: false });
    const override = { actorId: "tom", reason: "Her class moves to Tuesday" };
    expect(planOf({ ...input, locks: [{ ...lock, override }] }).assignments[0]).toMatchObject({
      origin: "locked",
      score: null,
    });
  });

  it("F4: keeps locks (property)", () => {
    onEveryPlan(RUNS, (plan, input) => {
      for (const lock of input.locks ?? [])
        expect(plan.assignments).toContainEqual(
          expect.objectContaining({ studentId: lock.studentId, listingId: lock.listingId, origin: "locked" }),
        );
    });
  });

  it("F5: keeps forbidden pairs out (property)", () => {
    onEveryPlan(RUNS, (plan, input) => {
      for (const { studentId, listingId } of input.forbids ?? [])
        expect(
          plan.assignments.some(
            (pair) => pair.origin !== "approved" && pair.studentId === studentId && pair.listingId === listingId,
          ),
        ).toBe(false);
    });
  });

  it("F6: leaves paused placements and those without a seat alone (property)", () => {
    onEveryPlan(RUNS, (plan, input) => {
      for (const pair of plan.assignments) {
        if (pair.origin === "approved") continue;
        const { published, openSeats } = placement(input, pair.listingId);
        expect(openSeats).toBeGreaterThan(0);
        expect(published).toBe(true);
      }
    });
  });

  it("F7: never moves an approved pair (property)", () => {
    onEveryPlan(RUNS, (plan, input) => {
      for (const pair of input.approved ?? [])
        expect(plan.assignments).toContainEqual(expect.objectContaining({ ...pair, origin: "approved" }));
    });
  });

  it("passes its own check, which finds what is wrong with a spoiled one (property)", () => {
    onEveryPlan(RUNS, (plan, input) => {
      expect(verifyPlan(plan, input)).toEqual([]);
      const [first] = plan.assignments;
      if (!first) return;
      const twice = { ...plan, assignments: [...plan.assignments, first] };
      expect(verifyPlan(twice, input)).toContainEqual(expect.objectContaining({ property: "F1" }));
      const others = plan.assignments.filter(({ studentId }) => studentId !== first.studentId);
      const lost = { ...plan, assignments: others };
      expect(verifyPlan(lost, input)).toContainEqual({ property: "F8", studentId: first.studentId });
      const crowded = plan.unmatched.find(({ crowd }) => crowd !== null);
      if (!crowded?.crowd) return;
      const crowd = { ...crowded.crowd, listingIds: crowded.crowd.listingIds.slice(1) };
      const unproven = plan.unmatched.map((one) => (one === crowded ? { ...one, crowd } : one));
      expect(verifyPlan({ ...plan, unmatched: unproven }, input)).toContainEqual({
        property: "F8",
        studentId: crowded.studentId,
      });
    });
  });

  it("shifts a student who has a choice so that one who has none gets a place", () => {
    const placements = [
      clinic({ openSeats: 1 }),
      clinic({ listingId: "farm", openSeats: 1, interests: ["gardening"] }),
    ];
    const students = [ana({ id: "choice" }), ana({ id: "one-day", interests: [like("music")] })];
    const plan = planOf({
      students,
      placements,
      context: matchContext({ placements }),
      seed: 1,
      forbids: [{ studentId: "one-day", listingId: "farm" }],
    });
    expect(plan.assignments.map(({ studentId, listingId }) => `${studentId} ${listingId}`)).toEqual([
      "choice farm",
      "one-day clinic",
    ]);
  });

  it("refuses locks that cannot be kept", () => {
    const lock = { studentId: "ana", listingId: "clinic" };
    const reason = (changes: Partial<PlanInput>) => {
      const outcome = proposePlan({ ...two(), ...changes });
      return outcome.ok ? "ok" : outcome.reason;
    };
    expect(reason({ locks: [{ ...lock, listingId: "nowhere" }] })).toBe("unknown_pair");
    expect(reason({ locks: [lock, lock] })).toBe("student_locked_twice");
    expect(reason({ locks: [lock], approved: [lock] })).toBe("student_locked_twice");
    expect(reason({ locks: [lock], forbids: [lock] })).toBe("locked_and_forbidden");
    expect(reason({ locks: [lock], suggestionsLeft: { ana: 0 } })).toBe("student_has_most_live");
    const asked = [ana({ requestedListingIds: ["clinic"] })];
    expect(reason({ locks: [lock], suggestionsLeft: { ana: 0 }, students: asked })).toBe("ok");
    expect(reason({ locks: [lock] })).toBe("ok");
  });
});
