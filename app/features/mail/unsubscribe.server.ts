import { done, type Outcome, refused } from "~/domain/outcome";
import type { Wiring } from "~/wiring";
import { findMailToStop } from "~db/mailbox.server";
import { suppressMail } from "~db/mails.server";
import { type SystemTx, withSystem } from "~db/scope.server";
import { readUnsubscribeToken } from "./unsubscribe-token.server";

export interface MailToStop {
  mail: string;
  schoolName: string;
}

/** What an unsubscribe link is about. Changes nothing. */
export function openUnsubscribe(
  wiring: Wiring,
  { token }: { token: string },
): Promise<Outcome<MailToStop, "not_found">> {
  return withSystem(wiring, async (tx) => {
    const mail = await find(tx, wiring, token);
    return mail ? done({ mail: mail.recipient_mail, schoolName: mail.school_name ?? "" }) : refused("not_found");
  });
}

/**
 * Stops outreach of the district to the address of a mail, at once. The token is enough, without a login (RFC 8058);
 * a second time changes nothing.
 */
export function unsubscribe(wiring: Wiring, { token }: { token: string }): Promise<Outcome<null, "not_found">> {
  return withSystem(wiring, async (tx) => {
    const mail = await find(tx, wiring, token);
    if (!mail) return refused("not_found");
    await suppressMail(tx, {
      mail: mail.recipient_mail,
      category: "outreach",
      reason: "unsubscribed",
      districtId: mail.district_id,
      now: wiring.clock.now(),
    });
    return done(null);
  });
}

async function find(tx: SystemTx, { env }: Wiring, token: string) {
  const mailId = readUnsubscribeToken(env.secret, token);
  return mailId === null ? undefined : findMailToStop(tx, mailId);
}
