import { daysLater } from "~/clock";
import type { SystemActor } from "~/domain/actor";
import { FORGET_AFTER_DAYS } from "~/domain/introduction/deadlines";
import { advance } from "~/lifecycle.server";
import { inEachSchool } from "~/steps/each-school.server";
import { forgetIntroduction } from "~/steps/forget-introduction.server";
import type { Wiring } from "~/wiring";
import { listOverdueIntroductions, lockIntroduction } from "~db/introductions.server";
import { withScope } from "~db/scope.server";

/**
 * By the clock: people who did not answer, or whom nobody invited, are forgotten. An address that was written to is not
 * written to again. Each in a transaction of its own. Answers how many.
 */
export function expireIntroductions(wiring: Wiring): Promise<number> {
  return inEachSchool(wiring, "expire-introductions", async (actor) => {
    const { schoolId } = actor;
    const now = wiring.clock.now();
    const submittedBefore = daysLater(now, -FORGET_AFTER_DAYS);
    const overdue = await withScope(wiring, actor, (tx) =>
      listOverdueIntroductions(tx, { schoolId, now, submittedBefore }),
    );
    let count = 0;
    for (const introductionId of overdue) if (await expireOne(wiring, actor, introductionId)) count += 1;
    return count;
  });
}

function expireOne(wiring: Wiring, actor: SystemActor, introductionId: string): Promise<boolean> {
  const now = wiring.clock.now();
  return withScope(wiring, actor, async (tx) => {
    const introduction = await lockIntroduction(tx, { schoolId: actor.schoolId, introductionId });
    if (!introduction) return false;
    const { state, expires_at: expiresAt } = introduction;
    if (state === "invited" && expiresAt !== null && new Date(expiresAt) >= now) return false;
    const moved = await advance(tx, {
      actor,
      noun: "introduction",
      id: introductionId,
      move: "expire",
      met: [],
      notices: {},
      now,
    });
    if (!moved.ok) return false;
    await forgetIntroduction(tx, { introduction, silence: state === "invited" ? "no_answer" : null, now });
    return true;
  });
}
