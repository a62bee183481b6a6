import type { Actor } from "~/domain/actor";
import { matchContext } from "~/domain/matching/context";
import { proposePlan } from "~/domain/matching/plan";
import { type MatchWeights, readWeights } from "~/domain/matching/weights";
import { done, type Outcome, refused } from "~/domain/outcome";
import { mayDecidePursuits } from "~/domain/pursuit/policy";
import { gatherEvidence, type MatchEvidence } from "~/steps/match-evidence.server";
import type { Wiring } from "~/wiring";
import { listListingTitles, listStudentNames } from "~db/matches.server";
import { withScope } from "~db/scope.server";

/** Names shown of those who would get another proposal. */
const SHOWN = 20;
const SEED = 1;

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
    const evidence = await gatherEvidence(tx, { schoolId, districtId, now: wiring.clock.now() });
    const read = readWeights({ ...input.weights, version: evidence.weights.version + 1 });
    if (!read.ok) return read;
    const before = planWith(evidence, evidence.weights);
    const after = planWith(evidence, read.value, before);
    const names = new Map((await listStudentNames(tx, schoolId)).map((student) => [student.id, student.full_name]));
    const titles = new Map((await listListingTitles(tx, schoolId)).map((listing) => [listing.id, listing.title]));
    const titleOf = (listingId: string | undefined) => (listingId && titles.get(listingId)) || null;
    const resting = new Set(evidence.restingIds);
    const looking = evidence.students.filter(({ id }) => !resting.has(id));
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

/** Student to listing in the plan these weights would make. */
/** Students and their listings. What is equally good stays as it was, so that only the weights move anybody. */
function planWith(
  evidence: MatchEvidence,
  weights: MatchWeights,
  before: ReadonlyMap<string, string> = new Map(),
): Map<string, string> {
  const plan = proposePlan({
    students: evidence.students,
    placements: evidence.placements,
    context: matchContext({ ...evidence, weights }),
    seed: SEED,
    optedOutStudentIds: evidence.restingIds,
    previous: [...before].map(([studentId, listingId]) => ({ studentId, listingId })),
  });
  if (!plan.ok) throw new Error(`the plan was refused: ${plan.reason}`);
  return new Map(plan.value.assignments.map(({ studentId, listingId }) => [studentId, listingId]));
}
