import { groupBy } from "../group-by";
import { fixedRounds } from "./fixed-rounds";
import { ownRanks, planWeight } from "./own-choice";
import { objectiveOf } from "./plan";
import { ceilingOf, isKeptIn, mostEach, rowsOf, type StudentEdges, seatsLeft } from "./plan-edges";
import { ENGINES, type Plan, type PlanCertificate, type PlanInput, type PlannedPair } from "./plan-types";
import { isSuggestion, suggestionsIn, suggestionsLeft } from "./suggestions-left";

/** Where the proof of a plan's total fails: by student, by listing, or in the sums. */
export interface TotalFault {
  studentId?: string;
  listingId?: string;
}

/** The rows of everybody the plan looks for, by student, in the order in which ties are broken. */
export function openRows(input: PlanInput): Map<string, StudentEdges> {
  return new Map(rowsOf(input).map((row) => [row.student.id, row]));
}

/** Checks objective, weights and every certificate from plan and input alone. A stable plan has no certificate to check. */
export function verifyTotal(
  plan: Plan,
  { input, rows }: { input: PlanInput; rows: Map<string, StudentEdges> },
): TotalFault[] {
  const faults: TotalFault[] = [];
  if (plan.engine !== ENGINES[input.mode ?? "balanced"]) faults.push({});
  if (JSON.stringify(plan.objective) !== JSON.stringify(objectiveOf(plan.assignments))) faults.push({});
  const studentOf = new Map(input.students.map((student) => [student.id, student]));
  for (const { studentId, listingId, forStudent, forPlacement, weight } of plan.assignments) {
    const student = studentOf.get(studentId);
    const rank = (student && ownRanks(student, input.context).get(listingId)) ?? 0;
    const isScored = forStudent !== null && forPlacement !== null;
    const expected = isScored ? planWeight({ forStudent, forPlacement }, rank) : null;
    if (weight !== expected) faults.push({ studentId, listingId });
  }
  const claims = claimsOf(plan, { input, rows });
  if (!claims) return [...faults, {}];
  for (const claim of claims) faults.push(...faultsIn(claim, input.stickiness ?? 0));
  return faults;
}

/** Pairs that are said to be the best choice from rows and seats, and why. */
export interface Claim {
  pairs: readonly PlannedPair[];
  certificate: PlanCertificate;
  rows: Map<string, StudentEdges>;
  seats: Map<string, number>;
  /** Lowest weight of the pairs that stay beside these, infinite without. */
  ceiling: number;
}

/** What a plan says it is the best of: one claim of a balanced plan, none of a stable one, one of each round of a slate; null where one is missing. */
export function claimsOf(
  plan: Plan,
  { input, rows }: { input: PlanInput; rows: Map<string, StudentEdges> },
): Claim[] | null {
  const { certificate } = plan;
  const pairs = plan.assignments.filter(({ origin }) => origin === "proposed");
  const staying = plan.assignments.filter(({ origin }) => origin !== "proposed");
  if (input.mode === "stable") return certificate ? null : [];
  if (input.mode === "slate") return claimsOfSlate(plan, { input, rows, proposed: pairs, staying });
  return certificate && [{ pairs, certificate, rows, seats: seatsLeft(input), ceiling: ceilingOf(staying) }];
}

/** One claim for each round, over the pairs no earlier round used and the students who do not wait any more; null for a missing one. */
function claimsOfSlate(
  { rounds = [] }: Plan,
  given: {
    input: PlanInput;
    rows: Map<string, StudentEdges>;
    proposed: readonly PlannedPair[];
    staying: readonly PlannedPair[];
  },
): Claim[] | null {
  const { input, rows, proposed, staying } = given;
  const fixed = fixedRounds(input);
  const isOutside = ({ round }: PlannedPair) => !round || round < 1 || round > rounds.length;
  if (rounds.length !== Math.max(1, mostEach(input)) || proposed.some(isOutside)) return null;
  const seats = seatsLeft(input);
  return rounds.map((certificate, at) => {
    const sitting = fixed.filter(({ round }) => round === at + 1);
    const waiting = new Set(sitting.map(({ studentId }) => studentId));
    const beside = new Set(sitting.map(keyOf));
    const earlier = proposed.filter(({ round = 0 }) => round <= at);
    const used = new Set(earlier.map(keyOf));
    const before = groupBy(earlier, ({ studentId }) => studentId);
    const open = [...rows].map(([studentId, row]): [string, StudentEdges] => {
      const left = suggestionsLeft(input, row.student);
      const hasMost = Number.isFinite(left) && suggestionsIn(row.student, before.get(studentId) ?? []).length >= left;
      const edges = row.edges.filter(
        ({ listingId }) =>
          !waiting.has(studentId) &&
          !used.has(keyOf({ studentId, listingId })) &&
          !(hasMost && isSuggestion(row.student, listingId)),
      );
      return [studentId, { ...row, edges: edges.map((edge) => ({ ...edge, kept: isKeptIn(edge, at + 1) })) }];
    });
    const pairs = proposed.filter(({ round }) => round === at + 1);
    const ceiling = ceilingOf(staying.filter((pair) => beside.has(keyOf(pair))));
    const claim = { pairs, certificate, rows: new Map(open), seats: new Map(seats), ceiling };
    // A round that takes more than there is has its own fault; the next one then has nothing left there.
    for (const { listingId } of pairs) seats.set(listingId, Math.max(0, (seats.get(listingId) ?? 0) - 1));
    return claim;
  });
}

/**
 * Prices that no open pair undercuts, equal on proposed pairs, zero for whoever is left and whatever is free, leave no gap
 * between the total and the most there can be (complementary slackness of the assignment problem, Egervary 1931; Kuhn
 * 1955).
 */
function faultsIn({ pairs, certificate, rows, seats }: Claim, stickiness: number): TotalFault[] {
  const { floor, scale, bonus, students, listings } = certificate;
  const faults: TotalFault[] = [];
  const placeOf = new Map(pairs.map(({ studentId, listingId }) => [studentId, listingId]));
  const heldOf = new Map<string, number>();
  for (const { listingId } of pairs) heldOf.set(listingId, (heldOf.get(listingId) ?? 0) + 1);
  const keepers = [...rows.values()].filter(({ edges }) => edges.some(({ kept }) => kept)).length;
  if (!Number.isSafeInteger(scale) || !Number.isSafeInteger(bonus) || scale <= keepers) faults.push({});
  for (const [listingId, room] of seats) {
    const price = listings[listingId];
    if (!isPrice(price) || (price > 0 && (heldOf.get(listingId) ?? 0) < room)) faults.push({ listingId });
  }
  for (const [studentId, { edges }] of rows) {
    const price = students[studentId];
    const own = placeOf.get(studentId);
    if (!isPrice(price) || (own === undefined && price > 0)) {
      faults.push({ studentId });
      continue;
    }
    if (own !== undefined && !edges.some(({ listingId }) => listingId === own)) faults.push({ studentId });
    for (const { listingId, weight, kept } of edges) {
      const isOpen = floor === null || weight >= floor;
      const value = (weight + (kept ? stickiness : 0)) * scale + (kept ? 1 : 0);
      const slack = price + (listings[listingId] ?? 0) - (value + bonus);
      if (isOpen ? slack < 0 : listingId === own) faults.push({ studentId, listingId });
      if (listingId === own && slack !== 0) faults.push({ studentId, listingId });
    }
  }
  return faults;
}

function keyOf({ studentId, listingId }: { studentId: string; listingId: string }): string {
  return `${studentId} ${listingId}`;
}

function isPrice(price: number | undefined): price is number {
  return Number.isSafeInteger(price) && (price as number) >= 0;
}
