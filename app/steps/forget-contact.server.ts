import type { StaffActor, SystemActor } from "~/domain/actor";
import { recordAct } from "~db/audit.server";
import { forgetMergesInto, listMailsMergedInto } from "~db/contact-moves.server";
import { deleteContact, lockContact } from "~db/contacts.server";
import { forgetOutreachMails } from "~db/mail-recall.server";
import { suppressMail } from "~db/mails.server";
import type { ScopeTx } from "~db/scope.server";
import { forgetTasksAbout } from "~db/staff-tasks.server";
import { stopSequences } from "./sequence-stops.server";

interface Forgetting {
  actor: StaffActor | SystemActor;
  contactId: string;
  /** Why nobody writes to the address again; null when others of the district may. */
  silence: "delete_me" | "no_answer" | null;
  now: Date;
}

/**
 * Forgets a contact wherever they are written down: notes, calls, mails, tasks. Of the address a hash stays, so that no school
 * of the district writes to it again unasked. Answers false when there is no such contact.
 */
export async function forgetContactIn(tx: ScopeTx, { actor, contactId, silence, now }: Forgetting): Promise<boolean> {
  const { schoolId, districtId } = actor;
  const contact = await lockContact(tx, { schoolId, contactId });
  if (!contact) return false;
  // Whoever went into this one is the same person.
  const mails = [contact.mail, ...(await listMailsMergedInto(tx, { districtId, schoolId, contactId }))];
  if (silence !== null)
    for (const mail of new Set(mails.filter((each) => each !== "")))
      await suppressMail(tx, { mail, category: "outreach", reason: silence, districtId, now });
  await stopSequences(tx, { actor, contactId, stop: "forgotten", now });
  await forgetMergesInto(tx, { districtId, schoolId, contactId });
  await forgetOutreachMails(tx, { schoolId, contactId, now });
  await forgetTasksAbout(tx, { schoolId, noun: "contact", id: contactId, now });
  await deleteContact(tx, { schoolId, contactId });
  await recordAct(tx, { actor, noun: "contact", nounId: contactId, transition: "forget", from: "kept", now });
  return true;
}
