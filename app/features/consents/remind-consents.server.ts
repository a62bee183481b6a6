import { civilDate } from "~/clock";
import type { SystemActor } from "~/domain/actor";
import { type Done, done } from "~/domain/outcome";
import { days, isQuietHour } from "~/domain/time";
import { advance } from "~/lifecycle.server";
import { askForConsent } from "~/steps/ask-for-consent.server";
import { inEachSchool } from "~/steps/each-school.server";
import { CONSENT_LINK_DAYS, mailConsentRequest } from "~/steps/mail-consent-request.server";
import { weighConsent } from "~/steps/weigh-consent.server";
import type { Wiring } from "~/wiring";
import { recordAct } from "~db/audit.server";
import { listConsentHolders } from "~db/consent-holders.server";
import { type ConsentFacts, listUnremindedConsents, lockConsent, updateConsentReminded } from "~db/consents.server";
import { findPursuit, listPursuits } from "~db/pursuits.server";
import { getSchool, getSettings } from "~db/schools.server";
import { type ScopeTx, withScope } from "~db/scope.server";
import { askOnPaper } from "./ask-on-paper.server";
import { knownName } from "./fill-text.server";

/**
 * Half the life of the mailed link: late enough not to press, early enough that the first link still works and an approval
 * (21 days by default) does not run out meanwhile. There is one reminder and no second.
 */
const REMINDER_AFTER = days(CONSENT_LINK_DAYS / 2);

/**
 * Reminds everybody once whose answer a pursuit waits for, outside the school's quiet hours. Each in a transaction of its
 * own; one that was answered meanwhile is left alone. Answers how many reminders are on their way.
 */
export async function remindConsents(wiring: Wiring): Promise<Done<{ reminders: number }>> {
  const reminders = await inEachSchool(wiring, "consent-reminder", async (actor) => {
    let count = 0;
    for (const consentId of await listDue(wiring, actor)) if (await remindOne(wiring, actor, consentId)) count += 1;
    return count;
  });
  return done({ reminders });
}

function listDue(wiring: Wiring, actor: SystemActor): Promise<string[]> {
  const { schoolId } = actor;
  const now = wiring.clock.now();
  return withScope(wiring, actor, async (tx) => {
    const { time_zone: timeZone } = await getSchool(tx, schoolId);
    const { quietFromHour: fromHour, quietToHour: toHour } = await getSettings(tx, schoolId);
    if (isQuietHour({ timeZone, fromHour, toHour }, now.toISOString())) return [];
    return listUnremindedConsents(tx, { schoolId, requestedBefore: new Date(now.getTime() - REMINDER_AFTER) });
  });
}

function remindOne(wiring: Wiring, actor: SystemActor, consentId: string): Promise<boolean> {
  const { schoolId } = actor;
  const now = wiring.clock.now();
  return withScope(wiring, actor, async (tx) => {
    const consent = await lockConsent(tx, { schoolId, consentId });
    if (consent?.state !== "requested" || consent.reminded_at !== null) return false;
    const { student_id: studentId, guardian_id: guardianId, purpose, pursuit_id: pursuitId, language } = consent;
    const school = await getSchool(tx, schoolId);
    const on = civilDate(now, school.time_zone);
    const holders = await listConsentHolders(tx, { schoolId, studentId, on });
    const holder = holders.find(({ personId }) => personId === guardianId);
    if (!holder) return handOver(tx, wiring, { actor, consent, now });
    const { standing, inTheWay } = await weighConsent(tx, { schoolId, studentId, purpose, pursuitId, on });
    if (standing || inTheWay) return false;
    await updateConsentReminded(tx, { schoolId, consentId, now });
    const { mail } = holder;
    if (mail === null) {
      await askOnPaper(tx, { consent, now });
      return false;
    }
    await mailConsentRequest(tx, wiring, {
      kind: "consent-reminder",
      school,
      consentId,
      holder: { ...holder, language, mail },
      studentName: knownName(consent),
      round: "once",
      now,
    });
    const act = { transition: "remind", language, onBehalfOf: guardianId };
    await recordAct(tx, { actor, noun: "consent", nounId: consentId, ...act, now });
    return true;
  });
}

/** Somebody who may not answer any more, for instance because the student is 18 now: those who may are asked instead. */
async function handOver(
  tx: ScopeTx,
  wiring: Wiring,
  { actor, consent, now }: { actor: SystemActor; consent: ConsentFacts; now: Date },
): Promise<false> {
  const { school_id: schoolId, student_id: studentId, pursuit_id: pursuitId, purpose } = consent;
  const reason = "the holder may not consent any more";
  const subject = { actor, noun: "consent", id: consent.id } as const;
  await advance(tx, { ...subject, move: "supersede", met: [], notices: {}, act: { reason }, now });
  const pursuit = pursuitId
    ? await findPursuit(tx, { schoolId, pursuitId })
    : (await listPursuits(tx, { schoolId, studentId, states: ["approved"], limit: 1 }))[0];
  if (pursuit && (purpose === "looking" || purpose === "participate"))
    await askForConsent(tx, wiring, { actor, pursuit, purpose, now });
  return false;
}
