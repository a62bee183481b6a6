import { civilDate } from "~/clock";
import { subjectOfMail, visitOfMail } from "~/domain/mail/subject";
import { lockConsent } from "~db/consents.server";
import { isCoordinatorOn } from "~db/memberships.server";
import { lockPursuit, type PursuitFacts } from "~db/pursuits.server";
import { listRecordReaders } from "~db/record-readers.server";
import { getSchool } from "~db/schools.server";
import type { ScopeTx } from "~db/scope.server";
import type { UnreachedMail } from "~db/unreached-mails.server";
import { listVisits } from "~db/visits.server";

interface Asked {
  schoolId: string;
  mail: Pick<UnreachedMail, "kind" | "dedupe_key" | "recipient_person_id" | "recipient_mentor_id">;
  /** What the mail says. */
  props: unknown;
  now: Date;
}

/**
 * Why a mail may not be sent any more: what it tells of has changed, which its reader or their colleagues hear in another mail,
 * or it is not for this reader any more, and nobody else tells them.
 */
export type NoLongerTrue = "changed" | "not_theirs";

/**
 * Whether what a mail said has stopped being true, or being its recipient's to know: time has passed since it was promised. A
 * host hears of a student only while the contact stands, a guardian only what their link lets them read today, and nobody of
 * a visit that has moved. Null while it holds. Locks what it looks at.
 */
export async function noLongerTrue(tx: ScopeTx, asked: Asked): Promise<NoLongerTrue | null> {
  const { schoolId, mail } = asked;
  const about = subjectOfMail(mail.dedupe_key);
  if (about === null) return null;
  if (about.noun === "consent")
    return (await lockConsent(tx, { schoolId, consentId: about.id }))?.state === "requested" ? null : "changed";
  const pursuit = await lockPursuit(tx, { schoolId, pursuitId: about.id });
  if (!pursuit || !(await isVisitAsTold(tx, asked, pursuit))) return "changed";
  if (mail.recipient_mentor_id) return noLongerForHost(mail, pursuit);
  const on = civilDate(asked.now, (await getSchool(tx, schoolId)).time_zone);
  if (mail.kind === "pursuit-news") {
    const isStaff = await isCoordinatorOn(tx, { schoolId, personId: mail.recipient_person_id ?? "", on });
    return isStaff ? null : "changed";
  }
  return (await isTheirs(tx, { ...asked, pursuit, on })) ? null : "not_theirs";
}

/** True of a mail that tells of no visit, too. */
async function isVisitAsTold(tx: ScopeTx, { schoolId, mail, now }: Asked, pursuit: PursuitFacts): Promise<boolean> {
  const told = visitOfMail(mail.dedupe_key);
  if (!told) return true;
  const visits = await listVisits(tx, { schoolId, pursuitId: pursuit.pursuit_id });
  const visit = visits.find(({ id }) => id === told.visitId);
  if (visit?.sequence !== told.sequence) return false;
  if (told.isOff) return visit.state === "cancelled";
  return visit.state === "dated" && new Date(visit.ends_at ?? now) >= now;
}

function noLongerForHost(mail: Asked["mail"], pursuit: PursuitFacts): NoLongerTrue | null {
  if (pursuit.lead_mentor_id !== mail.recipient_mentor_id || pursuit.mentor_suspended_at) return "not_theirs";
  return mail.kind === "first-contact" && pursuit.state !== "contacted" ? "changed" : null;
}

/** Whether a guardian may read it on that day; what a student is told of themselves stays theirs. */
async function isTheirs(
  tx: ScopeTx,
  { schoolId, mail, props, pursuit, on }: Asked & { pursuit: PursuitFacts; on: string },
): Promise<boolean> {
  if (mail.recipient_person_id === pursuit.student_id) return true;
  const readers = await listRecordReaders(tx, { schoolId, studentId: pursuit.student_id, on });
  const reader = readers.find(({ personId }) => personId === mail.recipient_person_id);
  return reader !== undefined && (reader.mayKnowWhereabouts || !namesPlace(mail, props));
}

function namesPlace({ kind }: Asked["mail"], props: unknown): boolean {
  const { about, placementTitle } = props as { about?: object | null; placementTitle?: string | null };
  return kind === "visit-news" ? about !== null : placementTitle !== null;
}
