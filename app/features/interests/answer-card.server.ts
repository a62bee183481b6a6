import type { Actor } from "~/domain/actor";
import type { Answered } from "~/domain/interest/finder/standing";
import { done, type Outcome, refused } from "~/domain/outcome";
import type { Wiring } from "~/wiring";
import { recordAct } from "~db/audit.server";
import { finishSitting, insertCardAnswer } from "~db/interest-sittings.server";
import { lockStudent } from "~db/pursuits.server";
import { withScope } from "~db/scope.server";
import { beginSitting } from "./begin-sitting.server";
import { readFinder } from "./finder-state.server";

/**
 * A student answers the question they see. The same answer sent twice, as by a double click, is one answer; one to a
 * question that is not the current one is refused, and the page shows the one that is. The last answer finishes the cards.
 */
export async function answerCard(
  wiring: Wiring,
  actor: Actor,
  { step, ...answered }: Answered & { step: number },
): Promise<Outcome<{ finished: boolean }, "not_permitted" | "not_asked">> {
  if (actor.kind !== "student") return refused("not_permitted");
  const { schoolId, personId: studentId } = actor;
  const now = wiring.clock.now();
  return withScope(wiring, actor, async (tx) => {
    await lockStudent(tx, { schoolId, studentId });
    const state = await readFinder(tx, { schoolId, studentId });
    const before = state.answers[step];
    if (before && isSame(before, answered)) return done({ finished: Boolean(state.sitting?.finished_at) });
    const { question } = state;
    if (!question || step !== state.answers.length) return refused("not_asked");
    if (question.left !== answered.left || question.right !== answered.right) return refused("not_asked");
    const sittingId = state.sitting?.id ?? (await beginSitting(tx, { schoolId, studentId, now }));
    await insertCardAnswer(tx, { schoolId, sittingId, step, answered, now });
    const { question: next } = await readFinder(tx, { schoolId, studentId });
    if (next) return done({ finished: false });
    await finishSitting(tx, { schoolId, sittingId, now });
    await recordAct(tx, { actor, noun: "interest_sitting", nounId: sittingId, transition: "finish", now });
    return done({ finished: true });
  });
}

function isSame(a: Answered, b: Answered): boolean {
  return a.left === b.left && a.right === b.right && a.answer === b.answer;
}
