import { civilDate } from "~/clock";
import type { SystemActor } from "~/domain/actor";
import { REMINDED_AFTER_DAYS } from "~/domain/people/invitation";
import { days } from "~/domain/time";
import { inEachSchool } from "~/steps/each-school.server";
import { findWaiting } from "~/steps/find-waiting.server";
import { mailInvitation } from "~/steps/invite.server";
import { isMailed } from "~/steps/mail-or-ask.server";
import { oneByOne } from "~/steps/one-by-one.server";
import type { Wiring } from "~/wiring";
import { recordAct } from "~db/audit.server";
import { claimReminder, listUnreminded } from "~db/invitations.server";
import { getSchool } from "~db/schools.server";
import { withScope } from "~db/scope.server";

/**
 * Reminds everybody once who was invited by mail and has not signed in since; the mail keeps the school's quiet hours. Each in a
 * transaction of its own. Answers how many reminders are on their way.
 */
export function remindInvited(wiring: Wiring): Promise<number> {
  return inEachSchool(wiring, "invitation-reminder", async (actor) => {
    const { schoolId } = actor;
    const now = wiring.clock.now();
    const invitedBefore = new Date(now.getTime() - days(REMINDED_AFTER_DAYS));
    const due = await withScope(wiring, actor, (tx) => listUnreminded(tx, { schoolId, invitedBefore, now }));
    return oneByOne(wiring, due, {
      about: (invitationId) => ({ job: actor.job, invitationId }),
      work: async (invitationId) => Number(await remindOne(wiring, actor, { invitationId, now })),
    });
  });
}

function remindOne(
  wiring: Wiring,
  actor: SystemActor,
  { invitationId, now }: { invitationId: string; now: Date },
): Promise<boolean> {
  const { schoolId, districtId } = actor;
  return withScope(wiring, actor, async (tx) => {
    const school = await getSchool(tx, schoolId);
    const on = civilDate(now, school.time_zone);
    const waiting = await findWaiting(tx, { schoolId, invitationId, on, now });
    if (!waiting || !isMailed({ mail: waiting.mail, language: waiting.person.language })) return false;
    if (!waiting.mail || !(await claimReminder(tx, { schoolId, invitationId, now }))) return false;
    const { invitation, person, as, mail } = waiting;
    const { id: personId, name_used: name, language } = person;
    const link = { schoolId, districtId, subjectId: invitationId, expiresAt: new Date(invitation.expires_at) };
    await mailInvitation(tx, wiring, { school, personId, as, name, language, link, mail, event: "reminded", now });
    await recordAct(tx, { actor, noun: "person", nounId: personId, transition: "remind", reason: "mail", now });
    return true;
  });
}
