import type { Actor } from "~/domain/actor";
import { MOST_LIKES, type StudentInterest } from "~/domain/interest/student-interest";
import { isInterestId } from "~/domain/interest/taxonomy";
import { done, type Outcome, refused } from "~/domain/outcome";
import type { Wiring } from "~/wiring";
import { recordAct } from "~db/audit.server";
import { settleSuggestions } from "~db/interest-sittings.server";
import { lockStudent } from "~db/pursuits.server";
import { withScope } from "~db/scope.server";
import { replaceStudentInterests } from "~db/student-interests.server";

/**
 * A student says what they like and dislike; this replaces what they said before. Searches and plans go by it from now on.
 * `seen` is the version of the cards whose suggestions stood beside the list, 0 for none: they are answered by this, also
 * those the student dropped, and are not suggested again. Cards that were finished elsewhere meanwhile stay open.
 */
export async function saveInterests(
  wiring: Wiring,
  actor: Actor,
  { interests, seen }: { interests: readonly StudentInterest[]; seen: number },
): Promise<Outcome<{ liked: number; disliked: number }, "not_permitted" | "too_many_likes" | "not_known">> {
  if (actor.kind !== "student") return refused("not_permitted");
  if (!interests.every(({ interestId }) => isInterestId(interestId))) return refused("not_known");
  const liked = interests.filter((interest) => interest.liked).length;
  if (liked > MOST_LIKES) return refused("too_many_likes", { most: MOST_LIKES });
  const { schoolId, personId: studentId } = actor;
  const now = wiring.clock.now();
  return withScope(wiring, actor, async (tx) => {
    await lockStudent(tx, { schoolId, studentId });
    await replaceStudentInterests(tx, { schoolId, studentId, interests, now });
    await settleSuggestions(tx, { schoolId, studentId, version: seen, now });
    await recordAct(tx, { actor, noun: "student_interests", nounId: studentId, transition: "save", now });
    return done({ liked, disliked: interests.length - liked });
  });
}
