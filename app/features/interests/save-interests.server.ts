import type { Actor } from "~/domain/actor";
import type { StudentInterest } from "~/domain/interest/student-interest";
import { isInterestId } from "~/domain/interest/taxonomy";
import { done, type Outcome, refused } from "~/domain/outcome";
import type { Wiring } from "~/wiring";
import { recordAct } from "~db/audit.server";
import { lockStudent } from "~db/pursuits.server";
import { withScope } from "~db/scope.server";
import { replaceStudentInterests } from "~db/student-interests.server";

/** Somebody who likes everything has said nothing. */
export const MOST_INTERESTS = 15;

/** A student says what they like and dislike; this replaces what they said before. Searches and plans go by it from now on. */
export async function saveInterests(
  wiring: Wiring,
  actor: Actor,
  { interests }: { interests: readonly StudentInterest[] },
): Promise<Outcome<{ liked: number; disliked: number }, "not_permitted" | "too_many_likes" | "not_known">> {
  if (actor.kind !== "student") return refused("not_permitted");
  if (!interests.every(({ interestId }) => isInterestId(interestId))) return refused("not_known");
  const liked = interests.filter((interest) => interest.liked).length;
  if (liked > MOST_INTERESTS) return refused("too_many_likes", { most: MOST_INTERESTS });
  const { schoolId, personId: studentId } = actor;
  const now = wiring.clock.now();
  return withScope(wiring, actor, async (tx) => {
    await lockStudent(tx, { schoolId, studentId });
    await replaceStudentInterests(tx, { schoolId, studentId, interests, now });
    await recordAct(tx, { actor, noun: "student_interests", nounId: studentId, transition: "save", now });
    return done({ liked, disliked: interests.length - liked });
  });
}
