import type { Actor } from "~/domain/actor";
import { countsIn } from "~/domain/conversation/phrase-counts";
import { type HeldWord, wordLanguages, wordsOf } from "~/domain/conversation/school-words";
import { done, type Outcome, refused } from "~/domain/outcome";
import { mayDecidePursuits } from "~/domain/pursuit/policy";
import type { Wiring } from "~/wiring";
import { listWordChanges } from "~db/held-words.server";
import { getSchool } from "~db/schools.server";
import { withScope } from "~db/scope.server";
import { listRecentBodies } from "./recent-bodies.server";

export interface HeldWordsPage {
  /** Each with the number of messages of the last 30 days in which it stands. */
  held: (HeldWord & { isOwn: boolean; messages: number })[];
  dropped: (HeldWord & { messages: number })[];
  /** Messages of the last 30 days in which was looked. */
  looked: number;
  /** Languages that a word of the school's own may be of. */
  languages: string[];
}

/** The words that let a message wait at the school: numbers only of what was written, never which message. */
export async function openHeldWords(wiring: Wiring, actor: Actor): Promise<Outcome<HeldWordsPage, "not_permitted">> {
  if (actor.kind !== "staff" || !mayDecidePursuits(actor)) return refused("not_permitted");
  const { schoolId } = actor;
  return withScope(wiring, actor, async (tx) => {
    const { held, dropped } = wordsOf(await listWordChanges(tx, { schoolId }));
    const bodies = await listRecentBodies(tx, { schoolId, now: wiring.clock.now() });
    const countOf = countsIn(bodies);
    const counted = <Word extends HeldWord>(word: Word) => ({ ...word, messages: countOf(word.phrase) });
    return done({
      held: held.map(counted),
      dropped: dropped.map(counted),
      looked: bodies.length,
      languages: wordLanguages(await getSchool(tx, schoolId)),
    });
  });
}
