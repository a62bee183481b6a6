import type { Actor } from "~/domain/actor";
import {
  faultOfPhrase,
  isShipped,
  MOST_OWN,
  type PhraseFault,
  plainPhrase,
  type WordChange,
  wordLanguages,
  wordsOf,
} from "~/domain/conversation/school-words";
import { done, type Outcome, refused } from "~/domain/outcome";
import { mayDecidePursuits } from "~/domain/pursuit/policy";
import type { Wiring } from "~/wiring";
import { recordAct } from "~db/audit.server";
import { deleteWordChange, listWordChanges, putWordChange } from "~db/held-words.server";
import { getSchool } from "~db/schools.server";
import { withScope } from "~db/scope.server";

export type SaveWordRefusal = "not_permitted" | "too_many" | "unknown_language" | PhraseFault;

/**
 * A coordinator says whether a phrase lets messages wait at the school, from now on: one of its own, or one of those that are
 * shipped. Said twice, it is said once.
 */
export async function saveHeldWord(
  wiring: Wiring,
  actor: Actor,
  { phrase: typed, language, isHeld }: WordChange,
): Promise<Outcome<null, SaveWordRefusal>> {
  if (actor.kind !== "staff" || !mayDecidePursuits(actor)) return refused("not_permitted");
  const phrase = typed.trim();
  const fault = faultOfPhrase(phrase);
  if (fault) return refused(fault);
  const { schoolId } = actor;
  const now = wiring.clock.now();
  return withScope(wiring, actor, async (tx) => {
    // What is let pass may be of a language that the school has no more.
    if (isHeld && !wordLanguages(await getSchool(tx, schoolId)).includes(language)) return refused("unknown_language");
    const { held } = wordsOf(await listWordChanges(tx, { schoolId }));
    const own = held.filter((word) => word.isOwn && plainPhrase(word.phrase) !== plainPhrase(phrase));
    if (isHeld && !isShipped(phrase) && own.length >= MOST_OWN) return refused("too_many");
    if (isHeld === isShipped(phrase)) await deleteWordChange(tx, { schoolId, phrase });
    else await putWordChange(tx, { schoolId, phrase, language, isHeld, now });
    const transition = isHeld ? "hold_word" : "let_word";
    await recordAct(tx, { actor, noun: "school", nounId: schoolId, transition, evidence: phrase, now });
    return done(null);
  });
}
