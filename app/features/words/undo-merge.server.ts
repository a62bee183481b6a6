import type { Actor } from "~/domain/actor";
import { done, type Outcome, refused } from "~/domain/outcome";
import { mayReviewListings } from "~/domain/placement/policy";
import type { Wiring } from "~/wiring";
import { recordAct } from "~db/audit.server";
import { lockWordsInUse, splitMergedWords } from "~db/school-words.server";
import { withScope } from "~db/scope.server";

/** Lets every word that was merged into this one count again, as it did before. */
export async function undoMerge(
  wiring: Wiring,
  actor: Actor,
  { wordId }: { wordId: string },
): Promise<Outcome<{ split: number }, "not_permitted" | "not_found" | "nothing_to_undo">> {
  if (actor.kind !== "staff" || !mayReviewListings(actor)) return refused("not_permitted");
  const now = wiring.clock.now();
  const { schoolId } = actor;
  return withScope(wiring, actor, async (tx) => {
    const words = await lockWordsInUse(tx, schoolId);
    if (!words.some(({ id }) => id === wordId)) return refused("not_found");
    const split = await splitMergedWords(tx, { schoolId, wordId });
    if (split === 0) return refused("nothing_to_undo");
    await recordAct(tx, { actor, noun: "school_word", nounId: wordId, transition: "undo_merge", now });
    return done({ split });
  });
}
