import type { Actor } from "~/domain/actor";
import { saysTheSame } from "~/domain/interest/same-words";
import { done, type Outcome, refused } from "~/domain/outcome";
import { mayReviewListings } from "~/domain/placement/policy";
import type { Wiring } from "~/wiring";
import { recordAct } from "~db/audit.server";
import { lockWordsInUse, mergeWordsInto } from "~db/school-words.server";
import { withScope } from "~db/scope.server";

type MergeWordsRefusal = "not_permitted" | "not_found" | "nothing_to_merge";

/** Keeps one of the school's words and takes back all others that say the same, whichever interest they stand for. */
export async function mergeWords(
  wiring: Wiring,
  actor: Actor,
  { wordId }: { wordId: string },
): Promise<Outcome<{ merged: number }, MergeWordsRefusal>> {
  if (actor.kind !== "staff" || !mayReviewListings(actor)) return refused("not_permitted");
  const now = wiring.clock.now();
  const { schoolId } = actor;
  return withScope(wiring, actor, async (tx) => {
    const words = await lockWordsInUse(tx, schoolId);
    const kept = words.find(({ id }) => id === wordId);
    if (!kept) return refused("not_found");
    const others = words.filter(({ id, word }) => id !== wordId && saysTheSame(word, kept.word)).map(({ id }) => id);
    if (others.length === 0) return refused("nothing_to_merge");
    await mergeWordsInto(tx, { schoolId, wordId, others, now });
    const evidence = others.join(" ");
    await recordAct(tx, { actor, noun: "school_word", nounId: wordId, transition: "merge", evidence, now });
    return done({ merged: others.length });
  });
}
