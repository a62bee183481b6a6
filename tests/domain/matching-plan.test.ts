import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { assign } from "~/domain/matching/assign";
import { matchContext } from "~/domain/matching/context";
import { canonicalInput, inputHash } from "~/domain/matching/input-hash";
import { matchPair } from "~/domain/matching/pair";
import { proposePlan } from "~/domain/matching/plan";
import type { Plan, PlanInput, UnmatchedStudent } from "~/domain/matching/plan-types";
import { verifyPlan } from "~/domain/matching/verify-plan";
import { ana, anyModeInput, clinic, isOneTooMany, like, shuffled } from "./matching-cases";

const RUNS = { numRuns: 2000 };
vi.setConfig({ testTimeout: 120_000 });
const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");

/** Runs a law on every input that can be planned, in every mode; refused locks are the subject of their own tests. */
function onEveryPlan(law: (plan: Plan, input: PlanInput) => void): void {
  fc.assert(
    fc.property(anyModeInput, (input) => {
      const outcome = proposePlan(input);
      fc.pre(outcome.ok);
      if (outcome.ok) law(outcome.value, input);
    }),
    RUNS,
  );
}

const placement = (input: PlanInput, listingId: string) => {
  const found = input.placements.find((one) => one.listingId === listingId);
  if (!found) throw new Error(`No placement ${listingId}`);
  return found;
};

describe("a plan", () => {
  it("F1: gives each student one placement at most, in a slate no more than it gives and none twice (property)", () => {
    onEveryPlan((plan, { mode, perStudent, students }) => {
      for (const { id } of students) {
        const own = plan.assignments.filter(({ studentId }) => studentId === id).map(({ listingId }) => listingId);
        expect(own.length).toBeLessThanOrEqual(mode === "slate" ? (perStudent ?? 0) : 1);
        expect(new Set(own).size).toBe(own.length);
      }
    });
  });

  it("F1: suggests nobody more than can be approved next to what they have under way, and is checked for it (property)", () => {
    onEveryPlan((plan, input) => {
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
    onEveryPlan((plan, input) => {
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
    onEveryPlan((plan, input) => {
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
    onEveryPlan((plan, input) => {
      for (const lock of input.locks ?? [])
        expect(plan.assignments).toContainEqual(
          expect.objectContaining({ studentId: lock.studentId, listingId: lock.listingId, origin: "locked" }),
        );
    });
  });

  it("F5: keeps forbidden pairs out (property)", () => {
    onEveryPlan((plan, input) => {
      for (const { studentId, listingId } of input.forbids ?? [])
        expect(
          plan.assignments.some(
            (pair) => pair.origin !== "approved" && pair.studentId === studentId && pair.listingId === listingId,
          ),
        ).toBe(false);
    });
  });

  it("F6: leaves paused placements and those without a seat alone (property)", () => {
    onEveryPlan((plan, input) => {
      for (const pair of plan.assignments) {
        if (pair.origin === "approved") continue;
        const { published, openSeats } = placement(input, pair.listingId);
        expect(openSeats).toBeGreaterThan(0);
        expect(published).toBe(true);
      }
    });
  });

  it("F7: never moves an approved pair (property)", () => {
    onEveryPlan((plan, input) => {
      for (const pair of input.approved ?? [])
        expect(plan.assignments).toContainEqual(expect.objectContaining({ ...pair, origin: "approved" }));
    });
  });

  it("F8: gives every student without a place exactly one reason that holds (property)", () => {
    onEveryPlan((plan, input) => {
      const placed = new Set(plan.assignments.map(({ studentId }) => studentId));
      expect(plan.unmatched.map(({ studentId }) => studentId)).toEqual(
        input.students
          .map(({ id }) => id)
          .filter((id) => !placed.has(id))
          .sort(),
      );
      for (const one of plan.unmatched) expect(reasonHolds(one, input)).toBe(true);
    });
  });

  it("passes its own check, which finds what is wrong with a spoiled one (property)", () => {
    onEveryPlan((plan, input) => {
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

  it("D1: is the same to the byte for the same input and seed, also from a stored snapshot (property)", () => {
    onEveryPlan((plan, input) => {
      expect(JSON.stringify(planOf(input))).toBe(JSON.stringify(plan));
      expect(JSON.stringify(planOf(JSON.parse(canonicalInput(input))))).toBe(JSON.stringify(plan));
    });
  });

  it("D2: does not depend on the order of rows, nor does the hash of its input (property)", () => {
    fc.assert(
      fc.property(anyModeInput, fc.nat(), (input, turn) => {
        const outcome = proposePlan(input);
        fc.pre(outcome.ok);
        const other: PlanInput = {
          ...input,
          students: shuffled(input.students, turn),
          placements: shuffled(input.placements, turn),
          locks: shuffled(input.locks ?? [], turn),
          forbids: shuffled(input.forbids ?? [], turn),
          previous: shuffled(input.previous ?? [], turn),
        };
        expect(JSON.stringify(proposePlan(other))).toBe(JSON.stringify(outcome));
        expect(inputHash(other, sha256)).toBe(inputHash(input, sha256));
      }),
      RUNS,
    );
  });

  it("changes its input's hash with the seed, a weight and a seat", () => {
    const input = two();
    const hashes = [
      input,
      { ...input, seed: 2 },
      { ...input, context: matchContext({ placements: input.placements, travelLimitMinutes: 30 }) },
      { ...input, placements: [clinic({ openSeats: 1 })] },
    ].map((one) => inputHash(one, sha256));
    expect(new Set(hashes).size).toBe(4);
  });

  it("shifts a student who has a choice so that one who has none gets a place", () => {
    const placements = [
      clinic({ openSeats: 1 }),
      clinic({ listingId: "farm", openSeats: 1, interests: ["gardening"] }),
    ];
    const students = [
      ana({ id: "choice" }),
      ana({ id: "one-day", interests: [like("music")], acceptedKinds: ["internship"] }),
    ];
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

  it("says who competes for what when a student is crowded out", () => {
    const students = ["a", "b", "c"].map((id) => ana({ id }));
    const { unmatched, audit } = planOf({ ...two(), students });
    expect(unmatched).toMatchObject([{ reason: "crowded_out", crowd: { students: 3, seats: 2 } }]);
    expect(audit).toMatchObject({ students: 3, placed: 2, openSeats: 2, unmatched: { crowded_out: 1 } });
  });

  it("says when locks hold every seat a student could have had", () => {
    const students = ["a", "b", "c"].map((id) => ana({ id }));
    const locks = ["a", "b"].map((studentId) => ({ studentId, listingId: "clinic" }));
    expect(planOf({ ...two(), students, locks }).unmatched).toMatchObject([
      { studentId: "c", reason: "blocked_by_lock" },
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

  it("of nobody, or without placements, is empty", () => {
    expect(planOf({ ...two(), students: [] }).assignments).toEqual([]);
    expect(planOf({ ...two(), placements: [] }).unmatched).toMatchObject([
      { reason: "no_eligible_placement", failing: {} },
    ]);
  });
});

/** Each reason from scratch: who may go where is asked of every pair anew. */
function reasonHolds({ studentId, reason, crowd, failing }: UnmatchedStudent, input: PlanInput): boolean {
  const fixed = (id: string) =>
    [...(input.locks ?? []), ...(input.approved ?? [])].some((pair) => pair.studentId === id);
  const waysBySuggestion = (id: string) =>
    input.placements
      .filter((place) => {
        const student = input.students.find((one) => one.id === id);
        const isForbidden = input.forbids?.some((pair) => pair.studentId === id && pair.listingId === place.listingId);
        return student && !isForbidden && matchPair(student, place, input.context).eligible;
      })
      .map(({ listingId }) => listingId);
  const waysOf = (id: string) =>
    waysBySuggestion(id).filter((listingId) => !isOneTooMany(input, { studentId: id, listingId }));
  const open = (listingId: string) => {
    const { published, openSeats, openPursuitPlaces } = placement(input, listingId);
    const all = input.mode === "slate" ? openPursuitPlaces : Math.min(openSeats, openPursuitPlaces);
    const locked = (input.locks ?? []).filter((lock) => lock.listingId === listingId).length;
    return published && openSeats > 0 ? all - locked : 0;
  };
  const ways = waysOf(studentId);
  const isOnlyFull = waysBySuggestion(studentId).length > ways.length;
  switch (reason) {
    case "opted_out":
      return (input.optedOutStudentIds ?? []).includes(studentId);
    case "has_most_live":
      return ways.length === 0 && isOnlyFull;
    case "no_eligible_placement":
      return ways.length === 0 && !isOnlyFull && Object.keys(failing).length > 0 === input.placements.length > 0;
    case "blocked_by_lock":
      return ways.length > 0 && ways.every((way) => open(way) === 0);
    case "others_preferred":
      return input.mode === "stable" && ways.some((way) => open(way) > 0);
    case "crowded_out": {
      const within = crowd?.listingIds ?? [];
      const seats = within.reduce((sum, id) => sum + open(id), 0);
      const shutIn = input.students.filter(({ id }) => {
        const isOut = (input.optedOutStudentIds ?? []).includes(id) || fixed(id);
        return !isOut && waysOf(id).length > 0 && waysOf(id).every((way) => within.includes(way));
      });
      // Hall 1935: more students than seats may go nowhere but there.
      return seats > 0 && crowd?.seats === seats && shutIn.length > seats && shutIn.some(({ id }) => id === studentId);
    }
  }
}

describe("assigning", () => {
  const graph = fc.array(fc.uniqueArray(fc.nat(4), { maxLength: 4 }), { maxLength: 6 });

  it("places as many as any assignment can (property, brute force)", () => {
    fc.assert(
      fc.property(graph, fc.array(fc.nat(3), { minLength: 5, maxLength: 5 }), (rows, seats) => {
        const edgesOf = rows.map((places, student) =>
          places.map((place) => ({ place, weight: ((student * 7 + place * 3) % 5) + 1 })),
        );
        const { placeOf, crowds } = assign({ edgesOf, seats });
        expect(placeOf.filter((place) => place >= 0).length).toBe(mostPlaced(rows, seats));
        placeOf.forEach((place, student) => {
          if (place >= 0) expect(rows[student]).toContain(place);
          else if (rows[student]?.length)
            expect(crowds.get(student)?.students).toBe((crowds.get(student)?.seats ?? 0) + 1);
        });
      }),
      RUNS,
    );
  });

  function mostPlaced([first, ...rest]: number[][], seats: number[]): number {
    if (!first) return 0;
    const taken = first
      .filter((place) => (seats[place] ?? 0) > 0)
      .map(
        (place) =>
          1 +
          mostPlaced(
            rest,
            seats.map((count, at) => (at === place ? count - 1 : count)),
          ),
      );
    return Math.max(mostPlaced(rest, seats), ...taken);
  }
});

function two(): PlanInput {
  const placements = [clinic()];
  return { students: [ana()], placements, context: matchContext({ placements }), seed: 1 };
}

function planOf(input: PlanInput): Plan {
  const outcome = proposePlan(input);
  if (!outcome.ok) throw new Error(outcome.reason);
  return outcome.value;
}
