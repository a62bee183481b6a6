import { civilDate } from "~/clock";
import { findContact } from "~db/contacts.server";
import { findKnownMentor } from "~db/known-mentors.server";
import { findContactOfMail } from "~db/outreach-mails.server";
import { getSchool } from "~db/schools.server";
import type { ScopeTx } from "~db/scope.server";
import { findWhetherDue } from "~db/sequence-mails.server";

/**
 * Whether outreach that was promised may still leave: its contact is kept, is no mentor of the district by now, and no sequence that it
 * is of has been paused or has stopped for them. Silence of the address is asked for every mail.
 */
export async function outreachHolds(
  tx: ScopeTx,
  { schoolId, mail: { dedupe_key: mailKey }, now }: { schoolId: string; mail: { dedupe_key: string }; now: Date },
): Promise<boolean> {
  const contactId = await findContactOfMail(tx, { schoolId, mailKey });
  const contact = contactId && (await findContact(tx, { schoolId, contactId }));
  if (!contact) return false;
  const { district_id: districtId, time_zone: timeZone } = await getSchool(tx, schoolId);
  const { mail } = contact;
  if (mail !== "" && (await findKnownMentor(tx, { districtId, mail, on: civilDate(now, timeZone) }))) return false;
  return (await findWhetherDue(tx, { schoolId, mailKey })) !== false;
}
