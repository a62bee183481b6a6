import { done, type Outcome, refused } from "../outcome";
import { eligibilityOf, factsOf } from "./eligibility";
import { mayOpen } from "./may-open";
import { isWarm, type OpenPlan } from "./open-plan";
import type { StandingInTheWay, UnmatchedStudent } from "./plan-types";
import { isSuggestion, suggestionsLeft } from "./suggestions-left";
import { whatIf } from "./what-if";

/** Why a student has no place, and what would help; for whom nothing could open (`mayOpen`), nothing is named that would. */
export interface WhyUnmatched extends Pick<UnmatchedStudent, "reason" | "failing" | "crowd"> {
  /** Constraints that alone rule placements out, the one that rules out most first. */
  binding: Binding[];
  /** The smallest longer way that would open anything; null when travel is not in the way. */
  travel: TravelStep | null;
  /** For a crowd: listings where one more seat would place one student more, or several where pursuit places are short. */
  seatsThatHelp: string[];
}

export interface Binding {
  code: StandingInTheWay;
  /** So many placements would be open to the student without it. */
  listings: number;
}

export interface TravelStep {
  moreMinutes: number;
  listings: number;
  /** How many more students a balanced plan would place then, exactly; null of other kinds. */
  placed: number | null;
}

/** Longer ways a family might say yes to, in minutes one way. */
const STEPS = [10, 20, 30];

/** Refuses a student who has a place, or is not there. The crowd is the plan's own verified witness. */
export function whyUnmatched(
  plan: OpenPlan,
  studentId: string,
): Outcome<WhyUnmatched, "unknown_student" | "has_place"> {
  const row = plan.rows.get(studentId);
  if (!row) return refused("unknown_student");
  const found = plan.plan.unmatched.find((one) => one.studentId === studentId);
  if (!found) return refused("has_place");
  const { reason, failing, crowd } = found;
  const ways = mayOpen(reason) ? waysBesides(plan, row.student) : [];
  const help = { binding: bindingIn(ways), travel: travelStep(plan, row.student, ways) };
  return done({ reason, failing, crowd, ...help, seatsThatHelp: crowd?.listingIds ?? [] });
}

/** A placement that one constraint alone rules out; of a way that is too long, by how many minutes. */
interface Way {
  code: Binding["code"];
  moreMinutes: number;
}

function waysBesides({ input }: OpenPlan, student: Parameters<typeof factsOf>[0]): Way[] {
  const forbidden = new Set(
    (input.forbids ?? []).flatMap((pair) => (pair.studentId === student.id ? pair.listingId : [])),
  );
  const hasMost = suggestionsLeft(input, student) <= 0;
  return input.placements.flatMap((placement): Way[] => {
    const { listingId } = placement;
    const facts = factsOf(student, placement, input.context);
    const codes: Way["code"][] = eligibilityOf(student, placement, facts).blockers.map(({ code }) => code);
    if (forbidden.has(listingId)) codes.push("forbidden_by_staff");
    if (hasMost && isSuggestion(student, listingId)) codes.push("has_most_live");
    const [only] = codes;
    if (!only || codes.length > 1) return [];
    return [{ code: only, moreMinutes: (facts.travel?.minutes ?? 0) - facts.travelLimitMinutes }];
  });
}

function bindingIn(ways: readonly Way[]): Binding[] {
  const counts = new Map<Binding["code"], number>();
  for (const { code } of ways) counts.set(code, (counts.get(code) ?? 0) + 1);
  return [...counts]
    .map(([code, listings]) => ({ code, listings }))
    .sort((a, b) => b.listings - a.listings || (a.code < b.code ? -1 : 1));
}

function travelStep(plan: OpenPlan, student: Parameters<typeof factsOf>[0], ways: readonly Way[]): TravelStep | null {
  const far = ways.filter(({ code }) => code === "too_far");
  const limit = student.travelLimitMinutes ?? plan.input.context.travelLimitMinutes;
  const openedBy = (moreMinutes: number) => far.filter((way) => way.moreMinutes <= moreMinutes).length;
  const moreMinutes = STEPS.find((step) => openedBy(step) > 0);
  if (moreMinutes === undefined) return null;
  const listings = openedBy(moreMinutes);
  // Other kinds are made anew for each question, which is too long for every student.
  if (!isWarm(plan)) return { moreMinutes, listings, placed: null };
  const asked = whatIf(plan, [{ kind: "travel_limit", studentId: student.id, minutes: limit + moreMinutes }]);
  if (!asked.ok) throw new Error(`A longer way was refused: ${asked.reason}`);
  return { moreMinutes, listings, placed: asked.value.difference.placed };
}
