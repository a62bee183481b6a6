import { daysLater } from "~/clock";
import type { StaffActor } from "~/domain/actor";
import { contactOf, introductionOf } from "~/domain/mail/subject";
import type { Wiring } from "~/wiring";
import {
  countMailsByState,
  countWaitingForDay,
  countWaitingSignIns,
  findTransport,
  listTroubledMails,
} from "~db/mail-queue.server";
import { type Became, countReplies } from "~db/replies.server";
import { withScope, withSystem } from "~db/scope.server";

/** Ended mails are counted as far back as this. */
export const MAIL_DAYS = 30;
/** Troubled mails shown. */
const SHOWN = 50;

export interface MailDesk {
  depth: number;
  oldestAt: string | null;
  /** Mails that wait for the day's mail of their readers; they are not in `depth`. */
  waitingForDay: number;
  /** Sign-in mails of everybody that wait. */
  waitingSignIns: number;
  /** By state, and of those that left by what is known of them; the states that occur. */
  counts: { state: string; count: number }[];
  /** Answers that came by mail, by what became of them; null are those that nobody has read yet. */
  replies: { became: Became | null; count: number }[];
  /** What has to be repaired before mail leaves, and since when; null while it leaves. */
  fault: { reason: string; since: string } | null;
  /** Nothing leaves before; null while nothing is held back. */
  pausedUntil: string | null;
  troubled: {
    mailId: string;
    kind: string;
    state: string;
    attempts: number;
    createdAt: string;
    error: string;
    /** Where somebody decides about one that may have arrived. */
    decideAt: string;
  }[];
}

/** How the mails of the actor's school are doing, and the way out that all schools share. */
export async function openMailDesk(wiring: Wiring, actor: StaffActor): Promise<MailDesk> {
  const { schoolId } = actor;
  const now = wiring.clock.now();
  const since = daysLater(now, -MAIL_DAYS);
  const { rows, troubled, replies, waitingForDay } = await withScope(wiring, actor, async (tx) => ({
    rows: await countMailsByState(tx, { schoolId, since }),
    replies: await countReplies(tx, { schoolId, since }),
    troubled: await listTroubledMails(tx, { schoolId, limit: SHOWN }),
    waitingForDay: await countWaitingForDay(tx, { schoolId }),
  }));
  const { transport, waitingSignIns } = await withSystem(wiring, async (tx) => ({
    transport: await findTransport(tx, wiring.mailer.name),
    waitingSignIns: await countWaitingSignIns(tx),
  }));
  const waiting = rows.filter(({ state }) => state === "queued" || state === "claimed");
  const isPaused = transport !== undefined && new Date(transport.next_send_at).getTime() > now.getTime() + 60_000;
  return {
    depth: waiting.reduce((sum, { count }) => sum + count, 0),
    waitingSignIns,
    waitingForDay,
    oldestAt: waiting.map(({ oldest_at }) => oldest_at).sort()[0] ?? null,
    counts: rows
      .filter((row) => !waiting.includes(row))
      .map(({ state, arrival, count }) => ({ state: state === "sent" ? (arrival ?? "sent") : state, count }))
      .sort((a, b) => b.count - a.count),
    replies,
    fault: transport?.fault && transport.fault_at ? { reason: transport.fault, since: transport.fault_at } : null,
    pausedUntil: isPaused ? transport.next_send_at : null,
    troubled: troubled.map((mail) => ({
      mailId: mail.id,
      kind: mail.kind,
      state: mail.state,
      attempts: mail.attempts,
      createdAt: mail.created_at,
      error: mail.last_error ?? "",
      decideAt: pageOf(mail),
    })),
  };
}

function pageOf({ id, dedupe_key: key }: { id: string; dedupe_key: string }): string {
  const introductionId = introductionOf(key);
  const contactId = contactOf(key);
  if (contactId) return `/coordinator/contacts/${contactId}`;
  return introductionId ? `/coordinator/introductions/${introductionId}` : `/coordinator/mails/${id}`;
}
