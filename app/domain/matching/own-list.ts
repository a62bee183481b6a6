import type { MatchContext } from "./context";
import type { StudentEvidence } from "./evidence";

/** What of a student says which places they want. */
export type OwnWords = Pick<StudentEvidence, "requestedListingIds" | "wishedListingIds">;

/**
 * Where a listing stands on the student's list, from 0, each at a place of its own; -1 for one they neither asked for nor
 * saved. The list is what they asked for, then what they only saved, each in the order the student gave what they saved; what
 * they asked for and did not save stands after what they asked for and saved, as it was asked. An input from before has no
 * `listInOrder`: there all that was asked for stands at 0, and what was saved where it was saved.
 */
export function placeOnList(
  { requestedListingIds: asked, wishedListingIds: saved }: OwnWords,
  listingId: string,
  { listInOrder = false }: Pick<MatchContext, "listInOrder">,
): number {
  const [asAsked, asSaved] = [asked.indexOf(listingId), saved.indexOf(listingId)];
  if (!listInOrder) return asAsked >= 0 ? 0 : asSaved;
  if (asAsked < 0) return asSaved < 0 ? -1 : asked.length + onlySaved(saved.slice(0, asSaved), asked);
  const before = asked.filter((other, at) => {
    const otherSaved = saved.indexOf(other);
    if (otherSaved < 0 || asSaved < 0) return otherSaved >= 0 || (asSaved < 0 && at < asAsked);
    return otherSaved < asSaved;
  });
  return before.length;
}

function onlySaved(saved: readonly string[], asked: readonly string[]): number {
  return saved.filter((listingId) => !asked.includes(listingId)).length;
}
