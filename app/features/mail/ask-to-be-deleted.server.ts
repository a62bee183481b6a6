import { done, type Outcome, refused } from "~/domain/outcome";
import type { Wiring } from "~/wiring";
import { findMailToStop } from "~db/mailbox.server";
import { suppressMail } from "~db/mails.server";
import { withScope, withSystem } from "~db/scope.server";
import { openTask } from "~db/staff-tasks.server";
import { readUnsubscribeToken } from "./unsubscribe-token.server";

/**
 * "Delete me", from outreach to a contact of an organisation: mail like it stops at once, and the school is asked to delete
 * them, which a person does because placements and students may hang on them. The token is enough; twice is once.
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
  if (!schoolId || !districtId || !mentorId) return refused("not_found");
  const now = wiring.clock.now();
  await withScope(wiring, { kind: "system", job: "delete-me", schoolId, districtId }, async (tx) => {
    const address = { mail: mail.recipient_mail, districtId };
    await suppressMail(tx, { ...address, category: "outreach", reason: "delete_me", now });
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
