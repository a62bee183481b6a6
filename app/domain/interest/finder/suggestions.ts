import { interestOf, MOST_LIKES, type StudentInterest } from "../student-interest";
import type { InterestProfile } from "./profile";

/**
 * What a profile would add to a student's list: nothing that has a word of the student's on it already, and no more likes
 * than the list still has room for, best first. Nothing is on the list before the student saves it.
 */
export function suggestionsOf(profile: InterestProfile, said: readonly StudentInterest[]): StudentInterest[] {
  const known = new Set(said.map(({ interestId }) => interestId));
  const room = Math.max(0, MOST_LIKES - said.filter(({ liked }) => liked).length);
  const likes = profile.liked.filter(({ interestId }) => !known.has(interestId)).slice(0, room);
  const dislikes = profile.disliked.filter((interestId) => !known.has(interestId));
  return [
    ...likes.map(({ interestId, strength }) => ({ interestId, strength, liked: true })),
    ...dislikes.flatMap((interestId) => interestOf(interestId, "dislike") ?? []),
  ];
}
