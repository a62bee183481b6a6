import { civilDate } from "~/clock";
import { subjectOfMail } from "~/domain/mail/subject";
import { lockConsent } from "~db/consents.server";
import { lockPursuit } from "~db/pursuits.server";
import { listRecordReaders } from "~db/record-readers.server";
import { getSchool } from "~db/schools.server";
import type { ScopeTx } from "~db/scope.server";
import type { UnreachedMail } from "~db/unreached-mails.server";

interface Asked {
  schoolId: string;
  mail: Pick<UnreachedMail, "kind" | "dedupe_key" | "recipient_person_id" | "recipient_mentor_id">;
  /** What the mail says. */
  props: unknown;
  now: Date;
}

/**
 * Whether what a mail said may still be said to its recipient: time has passed since it was promised. A host hears of a
 * student only while the contact stands, and a guardian only what their link lets them read today. Locks what it looks at.
 */
export async function stillHolds(tx: ScopeTx, { schoolId, mail, props, now }: Asked): Promise<boolean> {
  const about = subjectOfMail(mail.dedupe_key);
  if (about === null) return true;
  if (about.noun === "consent")
    return (await lockConsent(tx, { schoolId, consentId: about.id }))?.state === "requested";
  const pursuit = await lockPursuit(tx, { schoolId, pursuitId: about.id });
  if (!pursuit) return false;
  if (mail.recipient_mentor_id) {
    const isHost = pursuit.lead_mentor_id === mail.recipient_mentor_id && !pursuit.mentor_suspended_at;
    return isHost && (mail.kind !== "first-contact" || pursuit.state === "contacted");
  }
  if (mail.kind !== "family-news") return true;
  const on = civilDate(now, (await getSchool(tx, schoolId)).time_zone);
  const readers = await listRecordReaders(tx, { schoolId, studentId: pursuit.student_id, on });
  const reader = readers.find(({ personId }) => personId === mail.recipient_person_id);
  const namesPlace = (props as { placementTitle?: string | null }).placementTitle !== null;
  return reader !== undefined && (reader.mayKnowWhereabouts || !namesPlace);
}
