import type { Actor } from "~/domain/actor";
import { countsIn } from "~/domain/conversation/phrase-counts";
import { faultOfPhrase, type PhraseFault } from "~/domain/conversation/school-words";
import { done, type Outcome, refused } from "~/domain/outcome";
import { mayDecidePursuits } from "~/domain/pursuit/policy";
import type { Wiring } from "~/wiring";
import { recordAct } from "~db/audit.server";
import { withScope } from "~db/scope.server";
import { listRecentBodies } from "./recent-bodies.server";

export interface WordPreview {
  phrase: string;
  /** In how many messages of the last 30 days it stands. */
  messages: number;
  /** In how many was looked. */
  looked: number;
}

/**
 * How many messages of the last 30 days a phrase would have held: a number, never which. The log keeps who asked for what, because a
 * number also tells whether somebody wrote of something.
 */
export async function previewHeldWord(
  wiring: Wiring,
  actor: Actor,
  { phrase: typed }: { phrase: string },
): Promise<Outcome<WordPreview, "not_permitted" | PhraseFault>> {
  if (actor.kind !== "staff" || !mayDecidePursuits(actor)) return refused("not_permitted");
  const phrase = typed.trim();
  const fault = faultOfPhrase(phrase);
  if (fault) return refused(fault);
  const { schoolId } = actor;
  const now = wiring.clock.now();
  return withScope(wiring, actor, async (tx) => {
    const bodies = await listRecentBodies(tx, { schoolId, now });
    const act = { actor, noun: "school", nounId: schoolId, transition: "count_word", evidence: phrase, now };
    await recordAct(tx, act);
    return done({ phrase, messages: countsIn(bodies)(phrase), looked: bodies.length });
  });
}
