import { civilDate, daysLater } from "~/clock";
import type { SchoolActor } from "~/domain/actor";
import type { ConsentPurpose } from "~/domain/consent/lifecycle";
import type { Wiring } from "~/wiring";
import { recordAct } from "~db/audit.server";
import { findReleasedText, findStandingConsent, insertConsentRequest } from "~db/consents.server";
import { insertLink } from "~db/links.server";
import { enqueueMail } from "~db/mails.server";
import { findMailOf, listConsentingGuardians } from "~db/people.server";
import { getSchool } from "~db/schools.server";
import type { ScopeTx } from "~db/scope.server";
import { openTask } from "~db/staff-tasks.server";

export const CONSENT_LINK_DAYS = 14;

export interface ConsentWish {
  actor: SchoolActor;
  studentId: string;
  studentName: string;
  purpose: ConsentPurpose;
  /** `participate` is asked per pursuit; `looking` for the year. */
  pursuitId: string | null;
  now: Date;
}

/**
 * Asks every guardian who may consent, each in their language. Where the school released no text in that language, or no
 * mail reaches the guardian, staff get a task with the letter to print instead; where there is no guardian, a task says so.
 * Answers "standing" when a consent holds already.
 */
export async function askForConsent(tx: ScopeTx, wiring: Wiring, wish: ConsentWish): Promise<"standing" | "asked" | "nobody_to_ask"> {
  const { schoolId } = wish.actor;
  const school = await getSchool(tx, schoolId);
  const on = civilDate(wish.now, school.time_zone);
  const { studentId, purpose } = wish;
  const standing = await findStandingConsent(tx, { schoolId, studentId, purpose, pursuitId: wish.pursuitId ?? undefined, on });
  if (standing) return "standing";
  const guardians = await listConsentingGuardians(tx, { schoolId, studentId, on });
  if (guardians.length === 0) {
    const subject = { noun: "student", id: studentId };
    await openTask(tx, { schoolId, kind: "no_guardian", subject, dedupeKey: `no_guardian:${studentId}`, now: wish.now });
    return "nobody_to_ask";
  }
  const studentMail = await findMailOf(tx, { schoolId, personId: studentId });
  for (const guardian of guardians) await askGuardian(tx, wiring, wish, { guardian, school, studentMail });
  return "asked";
}

type Guardian = Awaited<ReturnType<typeof listConsentingGuardians>>[number];
type School = Awaited<ReturnType<typeof getSchool>>;

async function askGuardian(
  tx: ScopeTx,
  wiring: Wiring,
  wish: ConsentWish,
  { guardian, school, studentMail }: { guardian: Guardian; school: School; studentMail: string | undefined },
): Promise<void> {
  const { schoolId } = wish.actor;
  const text = await findReleasedText(tx, { schoolId, purpose: wish.purpose, language: guardian.language });
  const request = await insertConsentRequest(tx, {
    schoolId,
    studentId: wish.studentId,
    guardianId: guardian.guardian_id,
    purpose: wish.purpose,
    pursuitId: wish.pursuitId,
    textId: text?.id ?? null,
    language: guardian.language,
    sameAddressAsStudent: guardian.mail !== null && guardian.mail === studentMail,
    now: wish.now,
  });
  if (!request.isNew) return;
  await recordAct(tx, { actor: wish.actor, noun: "consent", nounId: request.id, transition: "request", to: "requested", language: guardian.language, now: wish.now });
  if (!text || guardian.mail === null) {
    await openTask(tx, {
      schoolId,
      kind: "interpreter_consent",
      subject: { noun: "consent", id: request.id },
      props: { language: guardian.language, released: text !== undefined, mail: guardian.mail !== null },
      dedupeKey: `interpreter_consent:${request.id}`,
      now: wish.now,
    });
    return;
  }
  await mailConsentRequest(tx, wiring, {
    school, consentId: request.id, guardianId: guardian.guardian_id, mail: guardian.mail, language: guardian.language,
    guardianName: guardian.name_used, studentName: wish.studentName, now: wish.now,
  });
}

export interface ConsentMail {
  school: School;
  consentId: string;
  guardianId: string;
  mail: string;
  language: string;
  guardianName: string;
  studentName: string;
  now: Date;
}

/** Mails a fresh link to a consent request; earlier links of it go on working until they expire. */
export async function mailConsentRequest(tx: ScopeTx, wiring: Wiring, request: ConsentMail): Promise<void> {
  const { school } = request;
  const token = await insertLink(tx, {
    kind: "consent",
    schoolId: school.id,
    districtId: school.district_id,
    subjectId: request.consentId,
    personId: request.guardianId,
    language: request.language,
    expiresAt: daysLater(request.now, CONSENT_LINK_DAYS),
  });
  await enqueueMail(tx, {
    kind: "consent-request",
    props: {
      guardianName: request.guardianName,
      studentFirstName: request.studentName,
      schoolName: school.name,
      helpName: school.help_name,
      helpPhone: school.help_phone,
      link: `${wiring.env.origin}/consent/${token}`,
    },
    to: { mail: request.mail, language: request.language, personId: request.guardianId },
    schoolId: school.id,
    dedupeKey: `consent-request:${request.consentId}:${token.slice(0, 8)}`,
    now: request.now,
  });
}
