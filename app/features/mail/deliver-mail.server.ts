import { setTimeout as sleep } from "node:timers/promises";
import { HELD_BACK, MAY_HAVE_LEFT, UNWRITABLE } from "~/domain/mail/unreached";
import type { NoLongerTrue } from "~/steps/no-longer-true.server";
import type { Wiring } from "~/wiring";
import { emptyForgotten, handDayOn, hasForgottenPart, takeOutOfDay } from "~db/day-mails.server";
import {
  clearFault,
  endUnsent,
  isSuppressed,
  type MailRow,
  markHanded,
  markSent,
  pauseTransport,
  putBack,
} from "~db/mail-delivery.server";
import { enqueueDelivery } from "~db/mails.server";
import { withSystem } from "~db/scope.server";
import type { OutgoingMail, SendResult } from "~emails/mailer";
import { askPersonForMail } from "./ask-person-for-mail.server";
import { askWhetherTrue } from "./ask-whether-true.server";
import { claimMail } from "./claim-mail.server";
import { renderAndFreeze } from "./freeze-mail.server";
import { joinedMailsOf } from "./joined-mails.server";

/** While the transport takes nothing from us, one mail probes it every so often. */
const PROBE_AFTER_MS = 10 * 60 * 1000;
/** A server that has put a mail off for so long will not take it, and people still count on it. */
const GIVE_UP_AFTER_MS = 2 * 24 * 60 * 60 * 1000;
/** A mail that this release cannot write may be one for the next, which is on its way; then a person tells its reader. */
const WRITE_AGAIN_AFTER_MS = 10 * 60 * 1000;
const WRITE_TRIES = 3;
const LONGEST_BACKOFF_MS = 60 * 60 * 1000;

export type Delivery = "sent" | "suppressed" | "failed" | "needs_person" | "put_off" | "over";

/**
 * Sends a mail once. Lease, freeze, hand over and record are steps of their own, and a process may end between any two of
 * them: whoever comes after the lease goes on with the same frozen bytes under the same key. Every end but an erased mail
 * is written down; a mail that will not leave becomes a task for staff. Throws only when the database does.
 */
export async function deliverMail(wiring: Wiring, { mailId }: { mailId: string }): Promise<Delivery> {
  const claim = await claimMail(wiring, mailId);
  if (claim.is === "over" || claim.is === "put_off") return claim.is;
  if (claim.is === "suppressed")
    return end(wiring, claim.mail, { state: "suppressed", reason: "the address is suppressed" });
  if (claim.is === "unsure") return end(wiring, claim.mail, { state: "needs_person", reason: claim.reason });
  const { mail: leased, sendAt } = claim;
  const told = await leaveOut(wiring, leased);
  if (typeof told === "string") return told;
  // Until a provider may know of it a mail is written anew at each try, with the names of that day.
  const fault = leased.handed_at === null ? await renderAndFreeze(wiring, leased, told) : null;
  if (fault !== null) return answerUnwritable(wiring, leased, fault);
  const mail = await withSystem(wiring, (tx) =>
    markHanded(tx, { mailId, lease: leased.attempts, now: wiring.clock.now() }),
  );
  if (!mail) return "put_off";
  const waitMs = sendAt.getTime() - wiring.clock.now().getTime();
  if (waitMs > 0) await sleep(waitMs);
  const result = await wiring.mailer.send(toOutgoing(mail));
  return record(wiring, { mail, handedBefore: leased.handed_at, result });
}

/**
 * Ends what holds no more or is silenced, of a mail and of those that it carries; what is left goes on. Answers the end of the mail
 * itself, or what it tells, with the names of today. What may have left already a person looks at, all of it.
 */
async function leaveOut(wiring: Wiring, mail: MailRow): Promise<Delivery | MailRow[]> {
  const { untrue, mail: today } = await askWhetherTrue(wiring, mail);
  const told: MailRow[] = [today];
  const left: { mail: MailRow; ending: Ending }[] = [];
  for (const each of await joinedMailsOf(wiring, mail)) {
    const asked = await askWhetherToSend(wiring, each);
    if ("ending" in asked) left.push({ mail: each, ending: asked.ending });
    else told.push(asked.mail);
  }
  if (mail.handed_at !== null) {
    const isForgotten = await withSystem(wiring, (tx) => hasForgottenPart(tx, mail.id));
    if (!untrue && left.length === 0 && !isForgotten) return told;
    return end(wiring, mail, { state: "needs_person", reason: MAY_HAVE_LEFT });
  }
  for (const { mail: each, ending } of left) {
    await withSystem(wiring, (tx) => takeOutOfDay(tx, each.id));
    await end(wiring, each, ending);
  }
  if (!untrue) return told;
  if (told.length > 1) await withSystem(wiring, (tx) => handDayOn(tx, mail.id));
  return end(wiring, mail, heldBack(untrue));
}

/** Why a mail that another one carries is not to be sent any more, or what it tells. */
async function askWhetherToSend(wiring: Wiring, mail: MailRow): Promise<{ ending: Ending } | { mail: MailRow }> {
  if (await withSystem(wiring, (tx) => isSuppressed(tx, mail)))
    return { ending: { state: "suppressed", reason: "the address is suppressed" } };
  const { untrue, mail: today } = await askWhetherTrue(wiring, mail);
  return untrue ? { ending: heldBack(untrue) } : { mail: today };
}

/** Whoever hears of the change elsewhere is nobody's task. */
const heldBack = (untrue: NoLongerTrue): Ending => ({
  state: "suppressed",
  reason: HELD_BACK,
  isSilent: untrue !== "not_theirs",
});

function answerUnwritable(wiring: Wiring, mail: MailRow, fault: string): Promise<Delivery> {
  const reason = `${UNWRITABLE}: ${fault}`;
  wiring.log.error({ mailId: mail.id, kind: mail.kind, reason }, "a mail could not be written");
  if (mail.attempts >= WRITE_TRIES) return end(wiring, mail, { state: "failed", reason });
  const at = new Date(wiring.clock.now().getTime() + WRITE_AGAIN_AFTER_MS);
  return tryAgain(wiring, mail, { reason, handedAt: mail.handed_at, at, pause: "none" });
}

function toOutgoing(mail: MailRow): OutgoingMail {
  return {
    key: mail.id,
    from: mail.frozen_from ?? "",
    to: mail.recipient_mail,
    subject: mail.frozen_subject ?? "",
    html: mail.frozen_html ?? "",
    text: mail.frozen_text ?? "",
    headers: mail.frozen_headers as Record<string, string>,
    calendar: mail.frozen_calendar as OutgoingMail["calendar"],
    kind: mail.kind,
  };
}

interface Tried {
  mail: MailRow;
  /** Since when the provider may have known of the mail before this try; null if it certainly did not. */
  handedBefore: string | null;
  result: SendResult;
}

async function record(wiring: Wiring, { mail, handedBefore, result }: Tried): Promise<Delivery> {
  const now = wiring.clock.now();
  switch (result.outcome) {
    case "accepted": {
      const wipe = mail.kind === "sign-in" && !wiring.mailer.capabilities.rowIsTheMailbox;
      await withSystem(wiring, async (tx) => {
        await markSent(tx, { mailId: mail.id, providerId: result.providerId, wipe, now });
        await emptyForgotten(tx, mail.id);
        await clearFault(tx, wiring.mailer.name);
      });
      return "sent";
    }
    case "unsure":
      return end(wiring, mail, { state: "needs_person", reason: result.reason });
    case "refused":
      return end(wiring, mail, { state: "failed", reason: result.reason });
    case "unknown":
      if (!wiring.mailer.capabilities.deduplicates)
        return end(wiring, mail, { state: "needs_person", reason: result.reason });
      return tryAgain(wiring, mail, {
        reason: result.reason,
        handedAt: mail.handed_at,
        at: new Date(now.getTime() + backoffMs(mail.attempts)),
        pause: "none",
      });
    case "later":
      if (now.getTime() - new Date(mail.day_at ?? mail.created_at).getTime() > GIVE_UP_AFTER_MS)
        return end(wiring, mail, { state: "failed", reason: `put off for two days: ${result.reason}` });
      return tryAgain(wiring, mail, {
        reason: result.reason,
        handedAt: handedBefore,
        at: new Date(now.getTime() + result.seconds * 1000),
        pause: "none",
      });
    case "wait":
      return tryAgain(wiring, mail, {
        reason: result.reason,
        handedAt: handedBefore,
        at: new Date(now.getTime() + result.seconds * 1000),
        pause: "pace",
      });
    case "stopped":
      wiring.log.error(
        { mailId: mail.id, transport: wiring.mailer.name, reason: result.reason },
        "the mail transport takes nothing from us",
      );
      return tryAgain(wiring, mail, {
        reason: result.reason,
        handedAt: handedBefore,
        at: new Date(now.getTime() + PROBE_AFTER_MS),
        pause: "fault",
      });
  }
}

/** 1 s, 2 s, 4 s … up to an hour. */
const backoffMs = (attempts: number): number => Math.min(1000 * 2 ** (attempts - 1), LONGEST_BACKOFF_MS);

interface Again {
  reason: string;
  handedAt: string | null;
  at: Date;
  /** Whether all mail of the transport waits until then, and whether somebody has to repair something. */
  pause: "none" | "pace" | "fault";
}

async function tryAgain(wiring: Wiring, mail: MailRow, { reason, handedAt, at, pause }: Again): Promise<Delivery> {
  await withSystem(wiring, async (tx) => {
    if (pause !== "none") {
      const fault = pause === "fault" ? reason : null;
      await pauseTransport(tx, { transport: wiring.mailer.name, until: at, fault, now: wiring.clock.now() });
    }
    const isOurs = await putBack(tx, { mailId: mail.id, lease: mail.attempts, reason, handedAt });
    if (isOurs) await enqueueDelivery(tx, mail, { runAt: at });
  });
  return "put_off";
}

interface Ending {
  state: "suppressed" | "failed" | "needs_person";
  reason: string;
  /** Nobody has anything to do about it. */
  isSilent?: boolean;
}

/**
 * The task comes first: a process that ends in between repeats it, and the same task is not opened twice. What the mail carries ends with
 * it, and each is a task of its own.
 */
async function end(wiring: Wiring, mail: MailRow, { state, reason, isSilent = false }: Ending): Promise<Delivery> {
  wiring.log.warn({ mailId: mail.id, kind: mail.kind, state, reason }, "a mail was not sent");
  // Nobody misses a digest that does not come: what it tells is on a page.
  for (const each of [mail, ...(await joinedMailsOf(wiring, mail))])
    if (each.category !== "digest" && !isSilent) await askPersonForMail(wiring, each, { state, reason });
  await withSystem(wiring, async (tx) => {
    await endUnsent(tx, { mailId: mail.id, state, reason });
    await emptyForgotten(tx, mail.id);
  });
  return state;
}
