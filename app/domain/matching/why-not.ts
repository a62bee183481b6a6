import { done, type Outcome, refused } from "../outcome";
import { eligibilityOf, factsOf } from "./eligibility";
import type { PairIds } from "./evidence";
import type { BlockerCode, Finding } from "./findings";
import { type Price, priceOfLocking } from "./lock-price";
import { isWarm, type OpenPlan } from "./open-plan";
import { fixedCounts, mostEach, seatsLeft } from "./plan-edges";
import { studentTier } from "./plan-preferences";
import { isSuggestion, suggestionsLeft } from "./suggestions-left";

/** Why a plan does not give a student a listing; with the price of a lock where a balanced plan could keep it. */
export type WhyNot =
  | { code: "in_plan" | "not_looking" | "forbidden_by_staff" | "has_most_live" | "locks_hold_seats" }
  /** Fixed elsewhere by a lock or an approval. */
  | { code: "fixed_elsewhere"; listingId: string }
  | { code: "not_eligible"; blockers: Finding<BlockerCode>[] }
  | Priced<{ code: "prefers_own"; listingId: string }>
  | Priced<{ code: "full"; seats: number }>
  /** A seat is free there, and the plan as a whole is better without. `listingId` is what the student has instead. */
  | Priced<{ code: "better_elsewhere"; listingId: string | null }>
  /** Of a slate: it gives the student as many as anybody gets. */
  | { code: "has_most"; listingIds: string[] };

type Priced<Answer> = Answer | (Answer & Price);

/** Asks a plan of any kind why a student is not at a listing. Refuses ids it does not know. */
export function whyNot(plan: OpenPlan, pair: PairIds): Outcome<WhyNot, "unknown_pair"> {
  const { studentId, listingId } = pair;
  const { input } = plan;
  const row = plan.rows.get(studentId);
  const placement = input.placements.find((one) => one.listingId === listingId);
  if (!row || !placement) return refused("unknown_pair");
  const own = plan.plan.assignments.flatMap((one) => (one.studentId === studentId ? one.listingId : []));
  if (own.includes(listingId)) return done({ code: "in_plan" });
  const [first] = own;
  const isFixed = first !== undefined && (fixedCounts(input).get(studentId) ?? 0) >= mostEach(input);
  const isLocked = isFixed && (input.locks ?? []).some((one) => one.studentId === studentId);
  if (!isLocked && (input.optedOutStudentIds ?? []).includes(studentId)) return done({ code: "not_looking" });
  if (isFixed)
    return done(own.length > 1 ? { code: "has_most", listingIds: own } : { code: "fixed_elsewhere", listingId: first });
  const facts = factsOf(row.student, placement, input.context);
  const { blockers } = eligibilityOf(row.student, placement, facts);
  if (blockers.length > 0) return done({ code: "not_eligible", blockers });
  const isForbidden = (input.forbids ?? []).some((one) => one.studentId === studentId && one.listingId === listingId);
  if (isForbidden) return done({ code: "forbidden_by_staff" });
  const isOne = isSuggestion(row.student, listingId);
  if (isOne && suggestionsLeft(input, row.student) <= 0) return done({ code: "has_most_live" });
  const seats = seatsLeft(input).get(listingId) ?? 0;
  if (seats === 0) return done({ code: "locks_hold_seats" });
  return done(amongOpen(plan, { pair, seats, own }));
}

/** Why not, of a pair that the plan could have had. */
function amongOpen(
  plan: OpenPlan,
  { pair, seats, own }: { pair: PairIds; seats: number; own: readonly string[] },
): WhyNot {
  const { studentId, listingId } = pair;
  const [first] = own;
  const isFull = heldAt(plan, listingId) >= seats;
  const full = { code: "full", seats } as const;
  // A round of a slate gives whoever it can: a place that is left over was not needed, or may not be suggested any more.
  if (plan.input.mode === "slate" && isFull) return full;
  if (plan.input.mode === "slate")
    return own.length < mostEach(plan.input) ? { code: "has_most_live" } : { code: "has_most", listingIds: [...own] };
  const prefersOwn = first !== undefined && tierIn(plan, studentId, first) < tierIn(plan, studentId, listingId);
  // Where a seat is left, only the student's own list keeps a stable plan from the pair.
  if (!isWarm(plan))
    return first !== undefined && (prefersOwn || !isFull) ? { code: "prefers_own", listingId: first } : full;
  const price = priceOfLocking(plan, pair);
  if (!price) throw new Error("An open pair could not be locked.");
  if (first !== undefined && prefersOwn) return { code: "prefers_own", listingId: first, ...price };
  return isFull ? { ...full, ...price } : { code: "better_elsewhere", listingId: first ?? null, ...price };
}

function heldAt({ plan }: OpenPlan, listingId: string): number {
  return plan.assignments.filter((one) => one.listingId === listingId && one.origin === "proposed").length;
}

function tierIn({ rows, input }: OpenPlan, studentId: string, listingId: string): number {
  const row = rows.get(studentId);
  const edge = row?.edges.find((one) => one.listingId === listingId);
  return row && edge ? studentTier(row.student, edge, input.context) : Number.POSITIVE_INFINITY;
}
