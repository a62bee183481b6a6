import { daysLater } from "~/clock";
import type { SystemActor } from "~/domain/actor";
import { REMIND_AFTER_DAYS } from "~/domain/introduction/deadlines";
import { isQuietHour } from "~/domain/time";
import { inEachSchool } from "~/steps/each-school.server";
import type { Wiring } from "~/wiring";
import { recordAct } from "~db/audit.server";
import { listUnremindedInvitations, lockIntroduction, updateInvitationReminded } from "~db/introductions.server";
import { isSuppressed } from "~db/mail-delivery.server";
import { getSchool, getSettings } from "~db/schools.server";
import { withScope } from "~db/scope.server";
import { listOpenQuestions } from "./list-open-questions.server";
import { mailInvitation } from "./mail-invitation.server";

/**
 * By the clock: whoever has not answered for some days gets the one reminder, outside quiet hours and in a transaction of their own.
 * Whoever has asked and waits for us is not pressed. Answers how many.
 */
export function remindInvitees(wiring: Wiring): Promise<number> {
  return inEachSchool(wiring, "remind-invitees", async (actor) => {
    let count = 0;
    for (const introductionId of await listDue(wiring, actor))
      if (await remindOne(wiring, actor, introductionId)) count += 1;
    return count;
  });
}

function listDue(wiring: Wiring, actor: SystemActor): Promise<string[]> {
  const { schoolId } = actor;
  const now = wiring.clock.now();
  return withScope(wiring, actor, async (tx) => {
    const { time_zone: timeZone } = await getSchool(tx, schoolId);
    const { quietFromHour: fromHour, quietToHour: toHour } = await getSettings(tx, schoolId);
    if (isQuietHour({ timeZone, fromHour, toHour }, now.toISOString())) return [];
    return listUnremindedInvitations(tx, { schoolId, invitedBefore: daysLater(now, -REMIND_AFTER_DAYS) });
  });
}

function remindOne(wiring: Wiring, actor: SystemActor, introductionId: string): Promise<boolean> {
  const { schoolId } = actor;
  const now = wiring.clock.now();
  return withScope(wiring, actor, async (tx) => {
    const introduction = await lockIntroduction(tx, { schoolId, introductionId });
    if (introduction?.state !== "invited" || introduction.reminded_at !== null || !introduction.expires_at)
      return false;
    const expiresAt = new Date(introduction.expires_at);
    if (expiresAt <= now) return false;
    const { mentor_mail: recipient_mail, district_id } = introduction;
    if (await isSuppressed(tx, { recipient_mail, category: "outreach", district_id })) return false;
    if ((await listOpenQuestions(tx, { schoolId, introductionId })).length > 0) return false;
    await updateInvitationReminded(tx, { schoolId, introductionId, now });
    await mailInvitation(tx, wiring, { introduction, kind: "introduction-reminder", expiresAt, now });
    await recordAct(tx, { actor, noun: "introduction", nounId: introductionId, transition: "remind", now });
    return true;
  });
}
