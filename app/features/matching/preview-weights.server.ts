import type { Actor } from "~/domain/actor";
import { proposePlan } from "~/domain/matching/plan";
import type { PlanInput } from "~/domain/matching/plan-types";
import { type MatchWeights, readWeights } from "~/domain/matching/weights";
import { done, type Outcome, refused } from "~/domain/outcome";
import { mayDecidePursuits } from "~/domain/pursuit/policy";
import type { Wiring } from "~/wiring";
import { listListingTitles, listStudentNames } from "~db/matches.server";
import { withScope } from "~db/scope.server";
import { gatherPlan } from "./plan-input.server";

/** Names shown of those who would get another proposal. */
const SHOWN = 20;

export interface WeightsPreview {
  /** Students who are looking. */
  students: number;
  placedBefore: number;
  placedAfter: number;
  /** How many would get another proposal, or one instead of none, or none. */
  moved: number;
  examples: { studentId: string; student: string; before: string | null; after: string | null }[];
}

/** What a plan made now would look like with other weights. Nothing is stored. */
export async function previewWeights(
  wiring: Wiring,
  actor: Actor,
  input: { weights: Omit<MatchWeights, "version"> },
): Promise<Outcome<WeightsPreview, "not_permitted" | "weights_not_valid">> {
  if (actor.kind !== "staff" || !mayDecidePursuits(actor)) return refused("not_permitted");
  const { schoolId, districtId } = actor;
  return withScope(wiring, actor, async (tx) => {
    const { input: given, weights } = await gatherPlan(tx, { schoolId, districtId, now: wiring.clock.now() });
    const read = readWeights({ ...input.weights, version: weights.version + 1 });
    if (!read.ok) return read;
    const before = planWith(given, weights, listingsIn(given.previous));
    const after = planWith(given, read.value, before);
    const names = new Map((await listStudentNames(tx, schoolId)).map((student) => [student.id, student.full_name]));
    const titles = new Map((await listListingTitles(tx, schoolId)).map((listing) => [listing.id, listing.title]));
    const titleOf = (listingId: string | undefined) => (listingId && titles.get(listingId)) || null;
    const resting = new Set(given.optedOutStudentIds);
    const looking = given.students.filter(({ id }) => !resting.has(id));
    const moved = looking.filter(({ id }) => before.get(id) !== after.get(id));
    return done({
      students: looking.length,
      placedBefore: before.size,
      placedAfter: after.size,
      moved: moved.length,
      examples: moved
        .slice(0, SHOWN)
        .map(({ id }) => ({
          studentId: id,
          student: names.get(id) ?? "",
          before: titleOf(before.get(id)),
          after: titleOf(after.get(id)),
        }))
        .sort((a, b) => a.student.localeCompare(b.student)),
    });
  });
}

/** Student to listing in the plan these weights would make. What is equally good stays, so that only the weights move anybody. */
function planWith(input: PlanInput, weights: MatchWeights, before: ReadonlyMap<string, string>): Map<string, string> {
  const plan = proposePlan({
    ...input,
    context: { ...input.context, weights },
    previous: [...before].map(([studentId, listingId]) => ({ studentId, listingId })),
  });
  if (!plan.ok) throw new Error(`the plan was refused: ${plan.reason}`);
  return listingsIn(plan.value.assignments);
}

/** Student to listing in the plan on the board, so that "before" is the board and not another plan that is equally good. */
function listingsIn(pairs: PlanInput["previous"] = []): Map<string, string> {
  return new Map(pairs.map(({ studentId, listingId }) => [studentId, listingId]));
}
