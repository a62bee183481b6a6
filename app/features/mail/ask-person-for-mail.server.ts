import type { Wiring } from "~/wiring";
import type { MailRow } from "~db/mail-delivery.server";
import { withScope } from "~db/scope.server";
import { openTask } from "~db/staff-tasks.server";

/** A notice that cannot be mailed becomes a task: staff call, print or correct the address. Never silence. */
export async function askPersonForMail(
  wiring: Wiring,
  mail: MailRow,
  { state, reason }: { state: "suppressed" | "failed" | "needs_person"; reason: string },
): Promise<void> {
  const { school_id: schoolId, district_id: districtId } = mail;
  if (schoolId === null || districtId === null) return;
  await withScope(wiring, { kind: "system", job: "deliver-mail", schoolId, districtId }, (tx) =>
    openTask(tx, {
      schoolId,
      kind: state === "needs_person" ? "mail_failed" : "mail_undeliverable",
      subject: subjectOf(mail),
      props: {
        mailKind: mail.kind,
        reason,
        personId: mail.recipient_person_id ?? "",
        mentorId: mail.recipient_mentor_id ?? "",
      },
      dedupeKey: `mail:${mail.id}`,
      now: wiring.clock.now(),
    }),
  );
}

/** The keys of the mails that one introduction may cause. */
const OF_INTRODUCTION = /^introduction-(?:invitation|reminder):([0-9a-f-]{36})$/;

/** An invitation is looked at on the page of its introduction; of any other mail there is only the mail. */
function subjectOf({ dedupe_key: key, id }: MailRow): { noun: string; id: string } {
  const introductionId = OF_INTRODUCTION.exec(key)?.[1];
  return introductionId ? { noun: "introduction", id: introductionId } : { noun: "mail", id };
}
