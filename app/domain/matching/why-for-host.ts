import { similarityOf } from "../interest/related";
import { isInterestId } from "../interest/taxonomy";

/**
 * Why a student might fit, as a host may read it. `chose` holds for everybody a host hears of: nobody is written to about
 * a student who did not ask.
 */
export type HostReason =
  | { code: "chose" }
  | { code: "shared" | "mentor_too"; interestIds: readonly string[] }
  | { code: "related"; interestId: string; relatedId: string };

export interface HostEvidence {
  /** Interests in the disclosure, the strongest first. */
  toldInterests: readonly string[];
  placementInterests: readonly string[];
  /** Of the lead mentor; empty without one. */
  mentorInterests: readonly string[];
}

/** From a listed close pair or the same type of work in the same field; what only shares a field is too far to be a reason. */
const CLOSE_FROM = 4500;
const MOST_REASONS = 3;

/**
 * The parts of the placement's side of the score that follow from the disclosure alone: what the placement wants, and what
 * its mentor likes. It is given nothing else about the student, so that no reason that is there, or missing, tells a dislike,
 * a day, a way or a score. An interest is named once; at most three reasons, the student's own choice first.
 */
export function whyForHost({ toldInterests, placementInterests, mentorInterests }: HostEvidence): HostReason[] {
  const told = [...new Set(toldInterests)].filter(isInterestId);
  const shared = told.filter((id) => placementInterests.includes(id));
  const rest = told.filter((id) => !shared.includes(id));
  const mentorToo = rest.filter((id) => mentorInterests.includes(id));
  const related = closestOf(
    rest.filter((id) => !mentorToo.includes(id)),
    placementInterests.filter((id) => !told.includes(id)),
  );
  const reasons: HostReason[] = [{ code: "chose" }];
  if (shared.length > 0) reasons.push({ code: "shared", interestIds: shared });
  if (mentorToo.length > 0) reasons.push({ code: "mentor_too", interestIds: mentorToo });
  if (related && reasons.length < MOST_REASONS) reasons.push({ code: "related", ...related });
  return reasons;
}

/** The told interest that is closest to one of the placement; among equally close ones the first told, then by id. */
function closestOf(told: readonly string[], placementInterests: readonly string[]) {
  const pairs = told.flatMap((interestId) =>
    [...placementInterests].sort().map((relatedId) => ({
      pair: { interestId, relatedId },
      similarity: similarityOf(interestId, relatedId),
    })),
  );
  const [closest] = pairs
    .filter(({ similarity }) => similarity >= CLOSE_FROM)
    .sort((a, b) => b.similarity - a.similarity);
  return closest?.pair;
}
