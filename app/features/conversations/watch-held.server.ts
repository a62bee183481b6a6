import type { SystemActor } from "~/domain/actor";
import { turnAfter } from "~/domain/conversation/held-turn";
import { type Done, done } from "~/domain/outcome";
import { askToRead } from "~/steps/ask-to-read.server";
import { inEachSchool } from "~/steps/each-school.server";
import { oneByOne } from "~/steps/one-by-one.server";
import type { Wiring } from "~/wiring";
import { recordAct } from "~db/audit.server";
import { clearHeldTurn, findHeldTurn, listTurnsRunOut } from "~db/held-turns.server";
import { countHeldMessages } from "~db/messages.server";
import { lockPursuit } from "~db/pursuits.server";
import { type ScopeTx, withScope } from "~db/scope.server";
import { closeTasksOf } from "~db/staff-tasks.server";
import { findThread } from "~db/threads.server";
import { heldTaskKey } from "./hold-message.server";

/**
 * Asks the next people about messages that nobody has decided on in time. Each conversation is a transaction of its own and is asked
 * anew under its student's lock, so two runs at once ask once. Answers how many conversations have moved on.
 */
export async function watchHeld(wiring: Wiring): Promise<Done<{ moved: number }>> {
  const now = wiring.clock.now();
  const moved = await inEachSchool(wiring, "watch-held", async (actor) => {
    const due = await withScope(wiring, actor, (tx) => listTurnsRunOut(tx, { schoolId: actor.schoolId, now }));
    return oneByOne(wiring, due, {
      about: ({ pursuitId }) => ({ job: actor.job, schoolId: actor.schoolId, pursuitId }),
      work: ({ pursuitId }) =>
        withScope(wiring, actor, async (tx) => ((await moveOn(tx, wiring, { actor, pursuitId, now })) ? 1 : 0)),
    });
  });
  return done({ moved });
}

interface Moving {
  actor: SystemActor;
  pursuitId: string;
  now: Date;
}

async function moveOn(tx: ScopeTx, wiring: Wiring, { actor, pursuitId, now }: Moving): Promise<boolean> {
  const { schoolId } = actor;
  const pursuit = await lockPursuit(tx, { schoolId, pursuitId });
  const thread = pursuit && (await findThread(tx, { schoolId, pursuitId }));
  if (!thread) return false;
  const ofThread = { schoolId, threadId: thread.id };
  const held = await findHeldTurn(tx, ofThread);
  if (!held || held.until > now) return false;
  // Whoever wrote it has been erased: nothing is left to decide.
  if ((await countHeldMessages(tx, ofThread)) === 0) {
    await clearHeldTurn(tx, ofThread);
    await closeTasksOf(tx, { schoolId, dedupeKey: heldTaskKey(pursuitId), note: "", now });
    return true;
  }
  const next = turnAfter(held.turn);
  if (next === null) return false;
  const to = await askToRead(tx, wiring, { pursuit, threadId: thread.id, from: next, now });
  await recordAct(tx, { actor, noun: "thread", nounId: thread.id, transition: "pass_on", from: held.turn, to, now });
  return true;
}
