import type { Actor } from "~/domain/actor";
import { readSchoolWord, type WordFault } from "~/domain/interest/school-word";
import { done, type Outcome, refused } from "~/domain/outcome";
import { mayReviewListings } from "~/domain/placement/policy";
import type { Wiring } from "~/wiring";
import { recordAct } from "~db/audit.server";
import { insertSchoolWord, setWordTakenBack } from "~db/school-words.server";
import { withScope } from "~db/scope.server";

export type AddWordRefusal = WordFault | "not_permitted";

/** Lets a word stand for an interest in every search of the school, from the next one on. */
export async function addWord(
  wiring: Wiring,
  actor: Actor,
  { interestId, word }: { interestId: string; word: string },
): Promise<Outcome<{ wordId: string }, AddWordRefusal>> {
  if (actor.kind !== "staff" || !mayReviewListings(actor)) return refused("not_permitted");
  const read = readSchoolWord(word, interestId);
  if (!read.ok) return refused(read.reason);
  const now = wiring.clock.now();
  const { schoolId, personId: addedBy } = actor;
  return withScope(wiring, actor, async (tx) => {
    const wordId = await insertSchoolWord(tx, {
      schoolId,
      interestId,
      word: read.value,
      addedBy,
      source: "school",
      now,
    });
    if (!wordId) return refused("already_known");
    await recordAct(tx, { actor, noun: "school_word", nounId: wordId, transition: "add", to: "in use", now });
    return done({ wordId });
  });
}

export const WORD_MOVES = ["take_back", "bring_back"] as const;
export type MoveWordRefusal = "not_permitted" | "not_found";

/** Takes a word of the school back, or brings it back again. */
export async function moveWord(
  wiring: Wiring,
  actor: Actor,
  { wordId, move }: { wordId: string; move: (typeof WORD_MOVES)[number] },
): Promise<Outcome<null, MoveWordRefusal>> {
  if (actor.kind !== "staff" || !mayReviewListings(actor)) return refused("not_permitted");
  const now = wiring.clock.now();
  const { schoolId } = actor;
  return withScope(wiring, actor, async (tx) => {
    const takenBackAt = move === "take_back" ? now : null;
    if (!(await setWordTakenBack(tx, { schoolId, wordId, takenBackAt }))) return refused("not_found");
    await recordAct(tx, { actor, noun: "school_word", nounId: wordId, transition: move, now });
    return done(null);
  });
}
