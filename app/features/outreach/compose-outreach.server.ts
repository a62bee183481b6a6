import { done, type Outcome, refused } from "~/domain/outcome";
import { fillPlaceholders } from "~/domain/outreach/placeholders";
import type { ContactRecord } from "~db/contacts.server";
import { listPersonNames } from "~db/names-of.server";
import { hasStudentNamedIn } from "~db/outreach-mails.server";
import { getSchool } from "~db/schools.server";
import type { ScopeTx } from "~db/scope.server";
import type { MailProps } from "~emails/kinds";

export const LONGEST_SUBJECT = 85;
export const LONGEST_BODY = 5000;

export interface OutreachText {
  subject: string;
  body: string;
}

export type TextFault =
  | "subject_missing"
  | "subject_long"
  | "body_missing"
  | "body_long"
  | "placeholder_unknown"
  | "placeholder_empty"
  | "names_student";

interface ToBeWritten {
  schoolId: string;
  /** Who signs. */
  writerId: string;
  contact: Pick<ContactRecord, "fullName" | "organisationName" | "origin" | "originNote">;
  text: OutreachText;
}

/**
 * What a contact would read: both texts with everything put in its place. Refuses a text with a hole in it, and one with the
 * full name of a student of the school: nothing about a student reaches a host before approval and consent.
 */
export async function composeOutreach(
  tx: ScopeTx,
  { schoolId, writerId: personId, contact, text }: ToBeWritten,
): Promise<Outcome<MailProps<"outreach-mail">, TextFault>> {
  if (text.subject.trim() === "") return refused("subject_missing");
  if (text.body.trim() === "") return refused("body_missing");
  const school = await getSchool(tx, schoolId);
  const [me] = await listPersonNames(tx, { schoolId, personIds: [personId] });
  if (!me) throw new Error(`nobody of the school is ${personId}`);
  const { fullName: name, organisationName: organization } = contact;
  const values = { name, organization, school: school.name, me: me.full_name };
  const subject = fillPlaceholders(text.subject.replaceAll(/\s+/g, " ").trim(), values);
  const body = fillPlaceholders(text.body.trim(), values);
  for (const filled of [subject, body])
    if (!filled.ok) return refused(`placeholder_${filled.reason}`, { placeholder: filled.placeholder });
  if (!subject.ok || !body.ok) throw new Error("a fault was answered before");
  if (subject.text.length > LONGEST_SUBJECT) return refused("subject_long", { maximum: LONGEST_SUBJECT });
  if (body.text.length > LONGEST_BODY) return refused("body_long", { maximum: LONGEST_BODY });
  if (await hasStudentNamedIn(tx, { schoolId, text: `${subject.text}\n${body.text}` })) return refused("names_student");
  return done({
    ...{ schoolName: school.name, helpName: school.help_name, helpPhone: school.help_phone },
    ...{ coordinatorName: me.full_name, outreachSubject: subject.text, outreachBody: body.text },
    ...{ origin: contact.origin, originNote: contact.originNote },
  });
}
