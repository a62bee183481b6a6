import { contactOf, introductionOf } from "~/domain/mail/subject";
import { callPastLostAlert } from "~/steps/call-about-concern.server";
import type { Wiring } from "~/wiring";
import type { MailRow } from "~db/mail-delivery.server";
import { type ScopeTx, withScope } from "~db/scope.server";
import { openTask } from "~db/staff-tasks.server";
import type { MailKind } from "~emails/kinds";

/** A notice that cannot be mailed becomes a task: staff call, print or correct the address. Never silence. */
export async function askPersonForMail(
  wiring: Wiring,
  mail: MailRow,
  { state, reason }: { state: "suppressed" | "failed" | "needs_person"; reason: string },
): Promise<void> {
  const { school_id: schoolId, district_id: districtId } = mail;
  if (schoolId === null || districtId === null) return;
  const kind = state === "needs_person" ? "mail_failed" : "mail_undeliverable";
  await withScope(wiring, { kind: "system", job: "deliver-mail", schoolId, districtId }, (tx) =>
    openMailTask(tx, { schoolId, mail, kind, reason, now: wiring.clock.now() }),
  );
}

interface MailTask {
  schoolId: string;
  mail: Pick<MailRow, "id" | "kind" | "dedupe_key" | "recipient_person_id" | "recipient_mentor_id">;
  kind: "mail_failed" | "mail_undeliverable";
  reason: string;
  now: Date;
}

/** Nobody at the school waits for whoever typed an address into a form for everybody: it may be nobody's. */
const TO_VISITORS: ReadonlySet<string> = new Set<MailKind>(["visitor-offer-link"]);

/** Opens the task, once for each mail. It knows ids and no names, addresses or words. A lost alert of a sealed report is none. */
export async function openMailTask(tx: ScopeTx, { schoolId, mail, kind, reason, now }: MailTask): Promise<void> {
  if (TO_VISITORS.has(mail.kind)) return;
  if (await callPastLostAlert(tx, { schoolId, mail })) return;
  await openTask(tx, {
    schoolId,
    kind,
    subject: subjectOf(mail),
    props: {
      mailKind: mail.kind,
      reason,
      personId: mail.recipient_person_id ?? "",
      mentorId: mail.recipient_mentor_id ?? "",
    },
    dedupeKey: `mail:${mail.id}`,
    now,
  });
}

/** An invitation is looked at on the page of its introduction, outreach on that of its contact; of any other mail there is only the mail. */
function subjectOf({ dedupe_key: key, id }: MailTask["mail"]): { noun: string; id: string } {
  const introductionId = introductionOf(key);
  if (introductionId) return { noun: "introduction", id: introductionId };
  const contactId = contactOf(key);
  return contactId ? { noun: "contact", id: contactId } : { noun: "mail", id };
}
