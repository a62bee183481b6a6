import { done, type Outcome, refused } from "../outcome";
import { eligibilityOf, factsOf } from "./eligibility";
import type { PairIds } from "./evidence";
import { type BlockerCode, type Finding, findingsFor, type Reader } from "./findings";
import { type Price, priceOfLocking } from "./lock-price";
import { seatsLeft } from "./plan-edges";
import { studentTier } from "./plan-preferences";
import type { WarmPlan } from "./warm-plan";

/** Why a plan does not give a student a listing. */
export type WhyNot =
  | { code: "in_plan" | "not_looking" | "forbidden_by_staff" | "locks_hold_seats" }
  /** Fixed elsewhere by a lock or an approval. */
  | { code: "fixed_elsewhere"; listingId: string }
  | { code: "not_eligible"; blockers: Finding<BlockerCode>[] }
  | ({ code: "prefers_own"; listingId: string } & Price)
  | ({ code: "full"; seats: number } & Price)
  /** A seat is free there, and the plan as a whole is better without. `listingId` is what the student has instead. */
  | ({ code: "better_elsewhere"; listingId: string | null } & Price);

/** Asks a plan why a student is not at a listing. Refuses ids it does not know. */
export function whyNot(plan: WarmPlan, pair: PairIds): Outcome<WhyNot, "unknown_pair"> {
  const { studentId, listingId } = pair;
  const { input } = plan;
  const row = plan.rows.get(studentId);
  const placement = input.placements.find((one) => one.listingId === listingId);
  if (!row || !placement) return refused("unknown_pair");
  const own = plan.listingOf.get(studentId);
  if (own === listingId) return done({ code: "in_plan" });
  const isFixed = [...(input.locks ?? []), ...(input.approved ?? [])].some((one) => one.studentId === studentId);
  if (isFixed && own !== undefined) return done({ code: "fixed_elsewhere", listingId: own });
  if ((input.optedOutStudentIds ?? []).includes(studentId)) return done({ code: "not_looking" });
  const facts = factsOf(row.student, placement, input.context);
  const { blockers } = eligibilityOf(row.student, placement, facts);
  if (blockers.length > 0) return done({ code: "not_eligible", blockers });
  const isForbidden = (input.forbids ?? []).some((one) => one.studentId === studentId && one.listingId === listingId);
  if (isForbidden) return done({ code: "forbidden_by_staff" });
  const seats = seatsLeft(input).get(listingId) ?? 0;
  if (seats === 0) return done({ code: "locks_hold_seats" });
  const price = priceOfLocking(plan, { studentId, listingId });
  if (!price) throw new Error("An open pair could not be locked.");
  const tierOf = (id: string | undefined) => {
    const edge = row.edges.find((one) => one.listingId === id);
    return edge ? studentTier(row.student, edge) : Number.POSITIVE_INFINITY;
  };
  if (own !== undefined && tierOf(own) < tierOf(listingId))
    return done({ code: "prefers_own", listingId: own, ...price });
  const held = plan.plan.assignments.filter((one) => one.listingId === listingId && one.origin === "proposed").length;
  return done(
    held >= seats ? { code: "full", seats, ...price } : { code: "better_elsewhere", listingId: own ?? null, ...price },
  );
}

/**
 * The same as a reader may read it. Staff read everything. A student reads what concerns them: findings of their
 * audience, and of others only how many would move; a mentor reads that it is not available.
 */
export function whyNotFor(reader: Reader, answer: WhyNot): WhyNotShown {
  if (reader === "staff") return answer;
  if (answer.code === "not_eligible") return { ...answer, blockers: findingsFor(reader, answer.blockers) };
  if (answer.code === "in_plan" || answer.code === "not_looking") return answer;
  if (reader === "mentor" || answer.code === "forbidden_by_staff" || answer.code === "fixed_elsewhere")
    return { code: "not_available" };
  if (!("chain" in answer)) return { code: "full", othersMoved: 0 };
  const othersMoved = answer.chain.length + answer.others.length - 1;
  if (answer.code === "full") return { code: "full", othersMoved };
  return { code: answer.code, listingId: answer.listingId, othersMoved };
}

type WhyNotShown =
  | WhyNot
  | { code: "not_available" }
  | { code: "not_eligible"; blockers: Finding<BlockerCode | "not_available">[] }
  | { code: "full"; othersMoved: number }
  | { code: "prefers_own" | "better_elsewhere"; listingId: string | null; othersMoved: number };
