import { ownRanks, planWeight } from "~/domain/matching/own-choice";
import { matchPair } from "~/domain/matching/pair";
import { objectiveOf } from "~/domain/matching/plan";
import type { Lock, Plan, PlanInput, PlannedPair } from "~/domain/matching/plan-types";
import type { PlanFault } from "~/domain/matching/verify-plan";
import { cast } from "~db/cast";

/** A plan as a run made it. */
export interface Made {
  plan: Plan;
  input: PlanInput;
}

/** What a test bends in the engine itself: parts of scores in pairs that are proposed or kept, or scores of pairs judged alone. */
export type Bent = "proposed" | "kept" | "alone";

export interface Forgery {
  /** What is wrong with the plan. */
  fault: string;
  /** The kind of plan that is forged; balanced where it is not said. */
  mode?: "stable";
  forge?: (made: Made) => Made;
  bends?: Bent;
}

/** For each promise that every run asserts, plans that break it. A promise without one does not compile. */
export const FORGED: Readonly<Record<PlanFault["property"], readonly Forgery[]>> = {
  F1: [
    {
      fault: "a pair stands twice",
      forge: (made) => withPairs(made, [...made.plan.assignments, firstPair(made)]),
    },
  ],
  F2: [
    {
      fault: "all go to one placement",
      forge: (made) => {
        const { listingId, placementId } = firstPair(made);
        return withPairs(
          made,
          made.plan.assignments.map((pair) => ({ ...pair, listingId, placementId })),
        );
      },
    },
  ],
  F3: [
    {
      fault: "the rules exclude a pair",
      forge: (made) => {
        const [first, ...others] = made.plan.assignments as [PlannedPair];
        return withPairs(made, [{ ...first, listingId: excludedFor(made, first.studentId) }, ...others]);
      },
    },
    {
      fault: "nobody stands for a lock that the rules exclude",
      forge: (made) => excludedByLock(made, { actorId: "", reason: "The family knows the place" }),
    },
    {
      fault: "no reason is given for a lock that the rules exclude",
      forge: (made) => excludedByLock(made, { actorId: cast.ines.personId, reason: "  " }),
    },
  ],
  F4: [{ fault: "a lock is not kept", forge: (made) => withInput(made, { locks: [elsewhere(made)] }) }],
  F5: [{ fault: "a forbidden pair is in it", forge: (made) => withInput(made, { forbids: [firstPair(made)] }) }],
  F6: [
    { fault: "a placement without a seat is used", forge: (made) => withFirstPlacement(made, { openSeats: 0 }) },
    {
      fault: "a placement that is not published is used",
      forge: (made) => withFirstPlacement(made, { published: false }),
    },
    {
      fault: "a placement that is left out of plans is used",
      forge: (made) =>
        withInput(made, {
          placements: made.input.placements.filter(({ listingId }) => listingId !== firstPair(made).listingId),
        }),
    },
  ],
  F7: [
    {
      fault: "an approved pair is not in it",
      forge: (made) => withInput(made, { approved: [...(made.input.approved ?? []), elsewhere(made)] }),
    },
  ],
  F8: [
    {
      fault: "somebody who has a place has a reason for having none",
      forge: (made) => withReason(made, firstPair(made)),
    },
    {
      fault: "somebody without a place has no reason",
      forge: (made) => withPairs(made, made.plan.assignments.slice(1)),
    },
    {
      fault: "the reason does not hold",
      forge: (made) => withReason(withPairs(made, made.plan.assignments.slice(1)), firstPair(made)),
    },
  ],
  S1: [
    { fault: "parts of a proposed pair do not sum", bends: "proposed" },
    { fault: "parts of a pair that is kept for a student do not sum", bends: "kept" },
  ],
  S8: [{ fault: "judging pairs alone says something else than the fast scorer", bends: "alone" }],
  T1: [
    {
      fault: "somebody has no place where a seat is free that they would rather have",
      mode: "stable",
      forge: (made) => {
        const { studentId } = firstPair(made);
        const left = { studentId, reason: "others_preferred", failing: {}, crowd: null } as const;
        const { plan, input } = withPairs(made, made.plan.assignments.slice(1));
        return { plan: { ...plan, unmatched: [...plan.unmatched, left] }, input };
      },
    },
  ],
  O2: [
    {
      fault: "a price of the certificate is a point too high",
      forge: ({ plan, input }) => {
        const certificate = certificateOf(plan);
        const [student = ""] = Object.keys(certificate.students);
        const students = { ...certificate.students, [student]: (certificate.students[student] ?? 0) + 1 };
        return { plan: { ...plan, certificate: { ...certificate, students } }, input };
      },
    },
  ],
  O3: [{ fault: "it places nobody, and its certificate has no gap", forge: placingNobody }],
  O4: [{ fault: "its floor is lower than it has to be, and is said to be what it is", forge: withLowerFloor }],
  D1: [
    {
      fault: "the input makes another one",
      forge: ({ plan, input }) => ({ plan: { ...plan, audit: { ...plan.audit, median: 1 } }, input }),
    },
  ],
};

const withPairs = ({ plan, input }: Made, assignments: Plan["assignments"]): Made => ({
  plan: { ...plan, assignments },
  input,
});

const withInput = ({ plan, input }: Made, change: Partial<PlanInput>): Made => ({
  plan,
  input: { ...input, ...change },
});

function withFirstPlacement(made: Made, change: Partial<PlanInput["placements"][number]>): Made {
  const { listingId } = firstPair(made);
  const placements = made.input.placements.map((one) => (one.listingId === listingId ? { ...one, ...change } : one));
  return withInput(made, { placements });
}

/** Says of a student that no placement is open to them at all. */
function withReason({ plan, input }: Made, { studentId }: { studentId: string }): Made {
  const reason = { studentId, reason: "no_eligible_placement", failing: {}, crowd: null } as const;
  return { plan: { ...plan, unmatched: [...plan.unmatched, reason] }, input };
}

function certificateOf({ certificate }: Plan) {
  if (!certificate) throw new Error("no certificate");
  return certificate;
}

function firstPair({ plan }: Made): PlannedPair {
  const first = plan.assignments.find(({ origin }) => origin === "proposed");
  if (!first) throw new Error("the plan of the sample proposes no pair");
  return first;
}

/** The first student at a placement that the plan does not give them. */
function elsewhere(made: Made): Lock {
  const { studentId, listingId } = firstPair(made);
  const other = made.input.placements.find((one) => one.listingId !== listingId);
  return { studentId, listingId: other?.listingId ?? "" };
}

/** A listing that the rules exclude for a student. */
function excludedFor({ input }: Made, studentId: string): string {
  const student = input.students.find(({ id }) => id === studentId);
  const placement = input.placements.find((one) => student && !matchPair(student, one, input.context).eligible);
  if (!placement) throw new Error("the rules exclude nothing for this student");
  return placement.listingId;
}

/** The first pair moved to where the rules do not let it be, under a lock with this override. */
function excludedByLock(made: Made, override: Lock["override"] & object): Made {
  const [first, ...others] = made.plan.assignments as [PlannedPair];
  const pair = { studentId: first.studentId, listingId: excludedFor(made, first.studentId) };
  return withInput(withPairs(made, [{ ...first, ...pair, origin: "locked" }, ...others]), {
    locks: [{ ...pair, override }],
  });
}

/** A bonus so far below zero that no pair is worth its place: prices of nothing then leave no gap. */
const WORTH_NO_PAIR = -1_000_000_000;

function placingNobody({ plan, input }: Made): Made {
  const free = (prices: Record<string, number>) => Object.fromEntries(Object.keys(prices).map((id) => [id, 0]));
  const { scale, students, listings } = certificateOf(plan);
  const certificate = { floor: null, scale, bonus: WORTH_NO_PAIR, students: free(students), listings: free(listings) };
  return { plan: { ...plan, assignments: [], objective: objectiveOf([]), certificate }, input };
}

/** Two students who change places, so that the plan places as many and the weakest pair is weaker; all numbers are its own. */
function withLowerFloor(made: Made): Made {
  const { plan, input } = made;
  const { floor } = plan.objective;
  const at = (studentId: string, to: PlannedPair): PlannedPair | null => {
    const student = input.students.find(({ id }) => id === studentId);
    const placement = input.placements.find(({ listingId }) => listingId === to.listingId);
    const score = student && placement && matchPair(student, placement, input.context).score;
    if (!student || !score) return null;
    const rank = ownRanks(student, input.context).get(to.listingId) ?? 0;
    return { ...to, ...score, studentId, weight: planWeight(score, rank) };
  };
  const free = plan.assignments.filter(({ origin }) => origin === "proposed");
  for (const one of free)
    for (const other of free) {
      const [there, here] = [at(one.studentId, other), at(other.studentId, one)];
      if (one === other || !there || !here || Math.min(there.weight ?? 0, here.weight ?? 0) >= (floor ?? 0)) continue;
      const changed = new Map([
        [one, there],
        [other, here],
      ]);
      const assignments = plan.assignments.map((pair) => changed.get(pair) ?? pair);
      const objective = objectiveOf(assignments);
      const certificate = { ...certificateOf(plan), floor: objective.floor };
      return { plan: { ...plan, assignments, objective, certificate }, input };
    }
  throw new Error("no two students of the sample can change places for the worse");
}
