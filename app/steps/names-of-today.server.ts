import { type NamesOfToday, withNames } from "~/domain/mail/names-of-today";
import { studentToldOf, subjectOfMail } from "~/domain/mail/subject";
import { findConsent } from "~db/consents.server";
import { findNamesOf } from "~db/names-of.server";
import { findPursuit } from "~db/pursuits.server";
import type { ScopeTx } from "~db/scope.server";
import { mailKinds } from "~emails/kinds";

interface Waiting {
  schoolId: string;
  mail: { kind: string; dedupe_key: string; recipient_person_id: string | null };
  /** What the mail says, with the names of the day on which it was promised. */
  props: object;
}

/**
 * The props of a mail to somebody of a school with the names of today: a name may change while the mail waits, and nobody reads the
 * former one. A host reads what was disclosed to them (docs/decisions/0011), so a mail to a mentor stays as it is.
 */
export async function withNamesOfToday(tx: ScopeTx, waiting: Waiting): Promise<object> {
  const { schoolId, mail, props } = waiting;
  const { recipient_person_id: readerId } = mail;
  if (readerId === null) return props;
  if (mail.kind === "conversation-news") return withNamesInList(tx, waiting);
  const studentId = await studentOf(tx, waiting);
  const student = studentId ? await findNamesOf(tx, { schoolId, personId: studentId }) : undefined;
  const isInside = readerId === studentId || isToStaff(mail.kind, props);
  return withNames(props, {
    reader: await readerOf(tx, schoolId, readerId),
    student: (isInside ? student?.name_used : student?.outside_name) ?? null,
  });
}

/** Mails about one student that staff read: they know the name that the student goes by at school. */
const TO_STAFF: readonly string[] = ["pursuit-news", "endorsement-asked", "advisor-news"];
const isToStaff = (kind: string, props: object) =>
  TO_STAFF.includes(kind) || (kind === "meeting-news" && (props as { reader?: string }).reader === "advisor");

async function readerOf(tx: ScopeTx, schoolId: string, personId: string): Promise<NamesOfToday["reader"]> {
  return (await findNamesOf(tx, { schoolId, personId }))?.name_used ?? null;
}

/** The student a mail tells of; what is addressed to a student tells of nobody else. */
async function studentOf(tx: ScopeTx, { schoolId, mail }: Waiting): Promise<string | null> {
  const about = subjectOfMail(mail.dedupe_key);
  if (about?.noun === "pursuit") return (await findPursuit(tx, { schoolId, pursuitId: about.id }))?.student_id ?? null;
  if (about?.noun === "consent") return (await findConsent(tx, { schoolId, consentId: about.id }))?.student_id ?? null;
  return studentToldOf(mail.dedupe_key) ?? mail.recipient_person_id;
}

/** A list names the student of each of its conversations, as everybody but the student reads the name. */
async function withNamesInList(tx: ScopeTx, { schoolId, mail, props }: Waiting): Promise<object> {
  const told = mailKinds["conversation-news"].props.parse(props);
  const conversationList = [];
  for (const line of told.conversationList) {
    const pursuit = await findPursuit(tx, { schoolId, pursuitId: line.pursuitId });
    conversationList.push(withNames(line, { reader: null, student: pursuit?.student_outside_name ?? null }));
  }
  const reader = await readerOf(tx, schoolId, mail.recipient_person_id ?? "");
  return withNames({ ...told, conversationList }, { reader, student: null });
}
