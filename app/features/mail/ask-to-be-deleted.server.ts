import type { SystemActor } from "~/domain/actor";
import { contactOf } from "~/domain/mail/subject";
import { done, type Outcome, refused } from "~/domain/outcome";
import { forgetContactIn } from "~/steps/forget-contact.server";
import type { Wiring } from "~/wiring";
import { findMailToStop } from "~db/mailbox.server";
import { hashAddress, suppressAddress } from "~db/mails.server";
import { findContactOfMail } from "~db/outreach-mails.server";
import { withScope, withSystem } from "~db/scope.server";
import { openTask } from "~db/staff-tasks.server";
import { readUnsubscribeToken } from "./unsubscribe-token.server";

/**
 * "Delete me", from outreach: mail like it stops at once. A contact is forgotten here and now. For a mentor the school is asked
 * to do it, because placements and students may hang on them. The token is enough; twice is once.
 */
export async function askToBeDeleted(
  wiring: Wiring,
  { token }: { token: string },
): Promise<Outcome<null, "not_found">> {
  const mailId = readUnsubscribeToken(wiring.env.secret, token);
  if (mailId === null) return refused("not_found");
  const mail = await withSystem(wiring, (tx) => findMailToStop(tx, mailId));
  if (mail?.category !== "outreach") return refused("not_found");
  const { school_id: schoolId, district_id: districtId, recipient_mentor_id: mentorId } = mail;
  if (!schoolId || !districtId) return refused("not_found");
  const now = wiring.clock.now();
  const actor: SystemActor = { kind: "system", job: "delete-me", schoolId, districtId };
  // The address that this came from, whatever has become of the contact's since; of one that was forgotten its hash is left.
  const addressHash = mail.recipient_hash ?? hashAddress(mail.recipient_mail);
  const silence = { addressHash, category: "outreach", reason: "delete_me", districtId, now } as const;
  if (contactOf(mail.dedupe_key)) {
    await withScope(wiring, actor, async (tx) => {
      await suppressAddress(tx, silence);
      const contactId = await findContactOfMail(tx, { schoolId, mailKey: mail.dedupe_key });
      if (contactId) await forgetContactIn(tx, { actor, contactId, silence: "delete_me", now });
    });
    return done(null);
  }
  if (!mentorId) return refused("not_found");
  await withScope(wiring, actor, async (tx) => {
    await suppressAddress(tx, silence);
    await openTask(tx, {
      schoolId,
      kind: "delete_contact",
      subject: { noun: "mentor", id: mentorId },
      props: { mentorId },
      dedupeKey: `delete_contact:${mentorId}`,
      now,
    });
  });
  return done(null);
}
