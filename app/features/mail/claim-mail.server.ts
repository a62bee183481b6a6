import { MAIL_LANES } from "~/domain/mail/lane";
import type { Wiring } from "~/wiring";
import {
  findNextSendAt,
  isSuppressed,
  leaseMail,
  lockMail,
  type MailRow,
  takeSendSlot,
} from "~db/mail-delivery.server";
import { enqueueDelivery } from "~db/mails.server";
import { type SystemTx, withSystem } from "~db/scope.server";

/** Longer than a provider takes to answer. A dead worker's mail is free again after it. */
const LEASE_MS = 30_000;
/** A pause up to this is waited out, as are the slots of the other lanes; a longer one puts the mail off. */
const SHORT_WAIT_MS = 2_000;
/** The provider forgets an idempotency key after 24 hours: from here on a person decides. */
const RETRY_LIMIT_MS = 20 * 60 * 60 * 1000;

export type Claim =
  /** Erased, already at its end, or carried by another mail. */
  | { is: "over" }
  /** Another worker holds it, or the transport pauses; a job for later has been added. */
  | { is: "put_off" }
  | { is: "suppressed"; mail: MailRow }
  /** It may have left, and trying again might send it twice. */
  | { is: "unsure"; mail: MailRow; reason: string }
  /** Ours: `mail.attempts` names the lease. Send it no sooner than `sendAt`. */
  | { is: "ours"; mail: MailRow; sendAt: Date };

/** Leases a mail to the caller, if it is to be sent now. One transaction that locks the row. */
export function claimMail(wiring: Wiring, mailId: string): Promise<Claim> {
  return withSystem(wiring, async (tx) => {
    const now = wiring.clock.now();
    const mail = await lockMail(tx, mailId);
    // What a day's mail carries leaves with it.
    if (!mail || !["queued", "claimed"].includes(mail.state) || mail.joined_in !== null) return { is: "over" };
    const heldUntil = mail.claimed_until === null ? null : new Date(mail.claimed_until);
    if (heldUntil && heldUntil > now) return putOff(tx, mail, heldUntil);
    if (await isSuppressed(tx, mail)) return { is: "suppressed", mail };
    const doubt = doubtOf(wiring, mail, now);
    if (doubt) return { is: "unsure", mail, reason: doubt };
    return lease(tx, wiring, { waiting: mail, now });
  });
}

async function lease(
  tx: SystemTx,
  { mailer }: Wiring,
  { waiting, now }: { waiting: MailRow; now: Date },
): Promise<Claim> {
  const gapMs = mailer.capabilities.minimumGapMs;
  const shortWaitMs = Math.max(SHORT_WAIT_MS, gapMs * MAIL_LANES);
  const pausedUntil = await findNextSendAt(tx, mailer.name);
  if (pausedUntil && pausedUntil.getTime() > now.getTime() + shortWaitMs) return putOff(tx, waiting, pausedUntil);
  const sendAt = await takeSendSlot(tx, { transport: mailer.name, gapMs, now });
  const mail = await leaseMail(tx, { mailId: waiting.id, until: new Date(now.getTime() + LEASE_MS) });
  return { is: "ours", mail, sendAt };
}

function doubtOf({ mailer }: Wiring, mail: MailRow, now: Date): string | undefined {
  if (mail.handed_at === null) return undefined;
  if (!mailer.capabilities.deduplicates) return `unknown outcome: ${mail.last_error ?? "the worker ended"}`;
  if (now.getTime() - new Date(mail.handed_at).getTime() > RETRY_LIMIT_MS)
    return `no certain answer in 20 hours: ${mail.last_error ?? "none"}`;
  return undefined;
}

async function putOff(tx: SystemTx, mail: MailRow, until: Date): Promise<Claim> {
  await enqueueDelivery(tx, mail, { runAt: new Date(until.getTime() + 1) });
  return { is: "put_off" };
}
