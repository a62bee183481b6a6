import { civilDate } from "~/clock";
import type { SchoolActor } from "~/domain/actor";
import type { ConsentPurpose } from "~/domain/consent/lifecycle";
import type { Wiring } from "~/wiring";
import { recordAct } from "~db/audit.server";
import { type ConsentHolder, listConsentHolders, listMailsOf } from "~db/consent-holders.server";
import { findReleasedText, insertConsentRequest } from "~db/consents.server";
import type { PursuitFacts } from "~db/pursuits.server";
import { getSchool } from "~db/schools.server";
import type { ScopeTx } from "~db/scope.server";
import { openTask } from "~db/staff-tasks.server";
import { mailConsentRequest } from "./mail-consent-request.server";
import { weighConsent } from "./weigh-consent.server";

export interface ConsentWish {
  actor: SchoolActor;
  pursuit: PursuitFacts;
  /** `participate` is asked per pursuit, every other purpose for the year. */
  purpose: ConsentPurpose;
  now: Date;
}

/** Standing: a yes holds already. Held: a no is in the way, and a coordinator talks with the family before anybody is asked again. */
export type Asked = "standing" | "asked" | "held" | "nobody_to_ask";

/**
 * Asks everybody who may consent, each in their language. Where the school released no text in that language, or no mail
 * reaches the person, staff get a task with the letter to print instead; where nobody may consent, a task says so.
 */
export async function askForConsent(tx: ScopeTx, wiring: Wiring, wish: ConsentWish): Promise<Asked> {
  const { schoolId } = wish.actor;
  const { student_id: studentId, pursuit_id } = wish.pursuit;
  const school = await getSchool(tx, schoolId);
  const on = civilDate(wish.now, school.time_zone);
  const pursuitId = wish.purpose === "participate" ? pursuit_id : null;
  const { standing, inTheWay } = await weighConsent(tx, { schoolId, studentId, purpose: wish.purpose, pursuitId, on });
  if (standing) return "standing";
  if (inTheWay) {
    const subject = { noun: "consent", id: inTheWay.id };
    const props = { purpose: wish.purpose, title: wish.pursuit.title };
    await openTask(tx, {
      schoolId,
      kind: "consent_refused",
      subject,
      props,
      dedupeKey: `consent_refused:${inTheWay.id}`,
      now: wish.now,
    });
    return "held";
  }
  const holders = await listConsentHolders(tx, { schoolId, studentId, on });
  if (holders.length === 0) {
    const subject = { noun: "student", id: studentId };
    await openTask(tx, {
      schoolId,
      kind: "no_guardian",
      subject,
      dedupeKey: `no_guardian:${studentId}`,
      now: wish.now,
    });
    return "nobody_to_ask";
  }
  const studentMails = await listMailsOf(tx, { schoolId, personId: studentId });
  for (const holder of holders) await askHolder(tx, wiring, { ...wish, pursuitId, holder, school, studentMails });
  return "asked";
}

interface OneHolder extends ConsentWish {
  pursuitId: string | null;
  holder: ConsentHolder;
  school: Awaited<ReturnType<typeof getSchool>>;
  studentMails: readonly string[];
}

async function askHolder(
  tx: ScopeTx,
  wiring: Wiring,
  { actor, pursuit, purpose, pursuitId, holder, school, studentMails, now }: OneHolder,
): Promise<void> {
  const { schoolId } = actor;
  const { language, mail, isSelf } = holder;
  const text = await findReleasedText(tx, { schoolId, purpose, language });
  const request = await insertConsentRequest(tx, {
    schoolId,
    studentId: pursuit.student_id,
    guardianId: holder.personId,
    purpose,
    pursuitId,
    textId: text?.id ?? null,
    language,
    sameAddressAsStudent: !isSelf && mail !== null && studentMails.includes(mail.trim().toLowerCase()),
    now,
  });
  if (!request.isNew) return;
  await recordAct(tx, {
    actor,
    noun: "consent",
    nounId: request.id,
    transition: "request",
    to: "requested",
    language,
    now,
  });
  if (!text || mail === null) {
    await openTask(tx, {
      schoolId,
      kind: "interpreter_consent",
      subject: { noun: "consent", id: request.id },
      props: { language, released: text !== undefined, mail: mail !== null, guardian: holder.name },
      dedupeKey: `interpreter_consent:${request.id}`,
      now,
    });
    return;
  }
  const studentName = isSelf ? pursuit.student_name : pursuit.student_outside_name;
  await mailConsentRequest(tx, wiring, {
    kind: "consent-request",
    school,
    consentId: request.id,
    holder: { ...holder, mail },
    studentName,
    round: "first",
    now,
  });
}
