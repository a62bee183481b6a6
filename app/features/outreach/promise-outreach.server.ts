import { civilDate } from "~/clock";
import type { StaffActor, SystemActor } from "~/domain/actor";
import { recordAct } from "~db/audit.server";
import type { ContactRecord } from "~db/contacts.server";
import { enqueueMail } from "~db/mails.server";
import { insertOutreachTo } from "~db/outreach-addresses.server";
import { insertOutreachMail } from "~db/outreach-mails.server";
import { getSchool } from "~db/schools.server";
import type { ScopeTx } from "~db/scope.server";
import type { MailProps } from "~emails/kinds";

interface Promised {
  actor: StaffActor | SystemActor;
  contact: ContactRecord;
  outreachMailId: string;
  composed: MailProps<"outreach-mail">;
  writtenBy: string;
  now: Date;
}

/**
 * What is sent, the count for the district's cap and the mail are one fact, under the locks of the contact and of their address. Answers
 * the key of the mail, or null when the school has written something under this id before.
 */
export async function promiseOutreach(tx: ScopeTx, promised: Promised): Promise<string | null> {
  const { actor, contact, outreachMailId, composed, writtenBy, now } = promised;
  const { schoolId, districtId } = actor;
  const { id: contactId, mail, language } = contact;
  const { outreachSubject: subject, outreachBody: body } = composed;
  const mailKey = `outreach-mail:${contactId}:${outreachMailId}`;
  const on = civilDate(now, (await getSchool(tx, schoolId)).time_zone);
  const kept = { schoolId, contactId, outreachMailId, mailKey, subject, body, on, writtenBy, now };
  if (!(await insertOutreachMail(tx, kept))) return null;
  await insertOutreachTo(tx, { districtId, mail, now });
  await enqueueMail(tx, {
    ...{ kind: "outreach-mail", props: composed, to: { mail, language }, schoolId, dedupeKey: mailKey, now },
  });
  await recordAct(tx, { actor, noun: "contact", nounId: contactId, transition: "write", language, now });
  return mailKey;
}
