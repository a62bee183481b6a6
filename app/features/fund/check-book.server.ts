import type { StaffActor, SystemActor } from "~/domain/actor";
import { YOUNG_DAYS } from "~/domain/fund/under-way";
import { done, type Outcome, refused } from "~/domain/outcome";
import type { BalanceEntry } from "~/payments/port";
import { hasKey, listKnownAccounts } from "~/steps/fund-account.server";
import { nameOldAccounts } from "~/steps/name-account.server";
import { postOthers } from "~/steps/post-others.server";
import type { Wiring } from "~/wiring";
import type { Book } from "~db/fund-books.server";
import {
  countOpenDifferences,
  endFundCheck,
  findLastCompleteCheck,
  insertDifference,
  insertFundCheck,
  listSaidLines,
  settleKnownLines,
} from "~db/fund-checks.server";
import { findFirstGift, listGiftsUnderWay } from "~db/gifts.server";
import { withScope } from "~db/scope.server";
import { openTask } from "~db/staff-tasks.server";
import { answered, type BookCheck, checkGift, checkPayout, NotAnswered, ownerOf } from "./check-things.server";
import { noteWhole, type Weighed, weighWhole } from "./check-whole.server";

const DAY_MS = 86_400_000;
/** A check looks again at what the one before has seen: lines that came up while it ran. */
const OVERLAP_DAYS = 3;
/** How often a check looks again because Stripe made lines while it ran. */
const TURNS = 4;

export type CheckRefusal = "not_connected" | "payments_away";

/**
 * Compares every line of Stripe's balance since the last check with the ledger, at every account of the book that was not ended. Where
 * the ledger is behind, an event was missed: the same function that takes events books it, and the check says so. A line that belongs
 * to no gift and no payout is written down once and waits for a person. At last all that lies at Stripe is compared with the ledger, so
 * that nothing lies there unseen. Doing it twice, or from two desks at once, finds nothing twice.
 */
export async function checkBook(
  wiring: Wiring,
  actor: StaffActor | SystemActor,
  { book }: { book: Book },
): Promise<Outcome<{ checkId: string; lines: number; found: number }, CheckRefusal>> {
  const { schoolId } = actor;
  const { payments } = wiring;
  const now = wiring.clock.now();
  const begun = await withScope(wiring, actor, async (tx) => {
    const known = await listKnownAccounts(tx, wiring, { schoolId, book });
    const accounts = known.filter(hasKey);
    const first = await findFirstGift(tx, { schoolId, book });
    if (accounts.length === 0) return null;
    const last = await findLastCompleteCheck(tx, { schoolId, book });
    const since = new Date(new Date(last ?? first ?? now).getTime() - OVERLAP_DAYS * DAY_MS);
    const askedBy = actor.kind === "staff" ? actor.personId : null;
    return {
      accounts,
      // what lies at an account that cannot be asked is nobody's guess
      canWeigh: accounts.length === known.length,
      since,
      checkId: await insertFundCheck(tx, { schoolId, book, askedBy, from: since, now }),
    };
  });
  if (!payments || begun === null) return refused("not_connected");
  const { accounts, canWeigh, since, checkId } = begun;
  const check = { wiring, actor, book, payments, checkId, now };
  const counts = { lines: 0, found: 0 };
  try {
    if (!(await nameOldAccounts(wiring, actor, { book })).ok) throw new NotAnswered();
    await compareAll(
      accounts.map(({ key, accountId }) => ({ ...check, key, accountId })),
      { since, turns: canWeigh ? TURNS : 0 },
      counts,
    );
    await end(check, "complete", counts);
    return done({ checkId, ...counts });
  } catch (error) {
    await end(check, "unavailable", counts);
    if (!(error instanceof NotAnswered)) throw error;
    return refused("payments_away");
  }
}

/**
 * Compares line by line at each account, then the whole. What is made at Stripe meanwhile makes another turn; a difference of the whole is
 * one when two turns in a row find the same. No turns: the whole cannot be known. Where Stripe is never quiet, the next check looks again.
 */
async function compareAll(
  checks: readonly BookCheck[],
  { since, turns }: { since: Date; turns: number },
  counts: { lines: number; found: number },
): Promise<void> {
  let before: Weighed | null = null;
  for (let turn = 0; turn === 0 || turn < turns; turn++) {
    const seen: BalanceEntry[] = [];
    let underWayMinor = 0;
    for (const check of checks) {
      const lines = answered(await check.payments.listBalance(check.key, { since })) ?? [];
      underWayMinor += await compare(check, lines, counts);
      seen.push(...lines);
    }
    counts.lines = seen.length;
    if (turns === 0) return;
    const whole = await weighWhole(checks, { seen, since, underWayMinor });
    const differs = whole === null ? null : whole.stripeMinor - whole.ledgerMinor;
    if (whole && (differs === 0 || (before && differs === before.stripeMinor - before.ledgerMinor))) {
      if (await noteWhole(checks, whole)) counts.found += 1;
      return;
    }
    before = whole;
  }
}

/** Answers what lines of payments under way come to, which no entry counts yet. */
async function compare(check: BookCheck, balance: readonly BalanceEntry[], counts: { found: number }): Promise<number> {
  let underWay = 0;
  const { wiring, actor, book, accountId, now } = check;
  const { schoolId } = actor;
  const byGift = new Map<string, BalanceEntry[]>();
  const byPayout = new Map<string, BalanceEntry[]>();
  const strange: BalanceEntry[] = [];
  const since = new Date(now.getTime() - YOUNG_DAYS * DAY_MS);
  for (const id of await withScope(wiring, actor, (tx) => listGiftsUnderWay(tx, { schoolId, book, accountId, since })))
    byGift.set(id, []);
  for (const line of balance) {
    const { subject } = line;
    const giftId = subject?.kind === "gift" ? await ownerOf(check, subject.references) : null;
    if (giftId !== null) byGift.set(giftId, [...(byGift.get(giftId) ?? []), line]);
    else if (subject?.kind === "payout") byPayout.set(subject.payout, [...(byPayout.get(subject.payout) ?? []), line]);
    else strange.push(line);
  }
  for (const [giftId, lines] of byGift) {
    const { isNew, unread, underWayMinor } = await checkGift(check, { giftId, lines });
    underWay += underWayMinor;
    if (isNew) counts.found += 1;
    strange.push(...unread);
  }
  for (const [payout, lines] of byPayout) {
    const { isNew, unread } = await checkPayout(check, { payout, lines });
    if (isNew) counts.found += 1;
    strange.push(...unread);
  }
  counts.found += await writeDown(check, strange, balance);
  return underWay;
}

/** Lines that nobody knows, once each; those that somebody knows by now are settled. Answers how many are new. */
function writeDown(check: BookCheck, strange: readonly BalanceEntry[], all: readonly BalanceEntry[]): Promise<number> {
  const { wiring, actor, book, checkId, now } = check;
  const { schoolId } = actor;
  const known = all.filter((line) => !strange.includes(line)).map(({ id }) => id);
  return withScope(wiring, actor, async (tx) => {
    let found = 0;
    await settleKnownLines(tx, { schoolId, book, references: known, now });
    const said = await listSaidLines(tx, { schoolId, book, references: all.map(({ id }) => id) });
    for (const { reference: balanceLine, currency, stripe_minor } of said) {
      // what was said to be somebody else's may turn out to be a gift's
      const minor = known.includes(balanceLine) ? 0 : stripe_minor;
      await postOthers(tx, { actor, book, balanceLine, minor, currency, cause: "check", now });
    }
    for (const { id, type, minor, feeMinor, currency } of strange) {
      const amounts = { currency, stripeMinor: minor - feeMinor, ledgerMinor: 0 };
      const line = { schoolId, book, checkId, kind: "unknown_line", reference: id, lineKind: type } as const;
      if (await insertDifference(tx, { ...line, ...amounts, isBooked: false, now })) found += 1;
    }
    return found;
  });
}

/** Closes a check, and gives staff a task when there is something to read or to settle. */
async function end(
  { wiring, actor, book, checkId, now }: Omit<BookCheck, "key" | "accountId">,
  state: "complete" | "unavailable",
  { lines, found }: { lines: number; found: number },
): Promise<void> {
  const { schoolId } = actor;
  await withScope(wiring, actor, async (tx) => {
    await endFundCheck(tx, { schoolId, checkId, state, lines, found, now });
    if (found === 0 && (await countOpenDifferences(tx, { schoolId, book })) === 0) return;
    const subject = { noun: "fund", id: schoolId };
    await openTask(tx, { schoolId, kind: "fund_difference", subject, dedupeKey: `fund_difference:${book}`, now });
  });
}
