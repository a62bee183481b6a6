import { YOUNG_DAYS } from "~/domain/fund/under-way";
import type { BalanceEntry } from "~/payments/port";
import { postOthers } from "~/steps/post-others.server";
import { lockFundBook } from "~db/fund-books.server";
import type { AccountResult } from "~db/fund-check-accounts.server";
import { insertDifference, listSaidLines, settleKnownLines } from "~db/fund-checks.server";
import { listGiftsUnderWay } from "~db/gifts.server";
import { listMissingGifts } from "~db/missing-gifts.server";
import { withScope } from "~db/scope.server";
import {
  answered,
  type BookCheck,
  checkGift,
  checkPayout,
  type Looked,
  NotAnswered,
  ownerOf,
  type StrangeLine,
} from "./check-things.server";
import { noteWhole, type Weighed, weighWhole } from "./check-whole.server";

const DAY_MS = 86_400_000;
/** How often a check looks again because Stripe made lines while it ran. */
const TURNS = 4;

export interface Counts {
  lines: number;
  found: number;
  /** Differences that waited for a person and need none any more. */
  settled: number;
}

/** What was seen in one turn around a book's accounts. `results` are in the order of the accounts. */
interface Turn {
  results: Exclude<AccountResult, "no_key">[];
  seen: BalanceEntry[];
  underWayMinor: number;
}

/**
 * Compares line by line at each account, then the whole, where `mayWeigh` says that every account can be asked. What is made at Stripe
 * meanwhile makes another turn; a difference of the whole is one when two turns in a row find the same. Where Stripe is never quiet, the
 * next check looks again. Answers how it ended at each account.
 */
export async function compareAccounts(
  checks: readonly BookCheck[],
  { mayWeigh }: { mayWeigh: boolean },
  counts: Counts,
): Promise<Turn["results"]> {
  let before: Weighed | null = null;
  for (let turn = 1; ; turn++) {
    const { results, ...turned } = await takeTurn(checks, counts);
    if (!mayWeigh || results.some((result) => result !== "complete")) return results;
    const whole = await weighWhole(checks, turned);
    const differs = whole === null ? null : whole.stripeMinor - whole.ledgerMinor;
    if (whole && (differs === 0 || (before && differs === before.stripeMinor - before.ledgerMinor))) {
      const { isNew, settled } = await noteWhole(checks, whole);
      if (isNew) counts.found += 1;
      counts.settled += settled;
      return results;
    }
    if (turn === TURNS) return results;
    before = whole;
  }
}

/** Compares the lines of every account; one that does not answer keeps no other from it. */
async function takeTurn(checks: readonly BookCheck[], counts: Counts): Promise<Turn> {
  const turn: Turn = { results: [], seen: [], underWayMinor: 0 };
  for (const check of checks) {
    try {
      const lines = answered(await check.payments.listBalance(check.key, { since: check.since })) ?? [];
      turn.underWayMinor += await compare(check, lines, counts);
      turn.seen.push(...lines);
      turn.results.push("complete");
    } catch (error) {
      if (!(error instanceof NotAnswered)) throw error;
      turn.results.push(error.fault === "refused" || error.fault === "key_unfit" ? "refused" : "unavailable");
    }
  }
  counts.lines = turn.seen.length;
  return turn;
}

/** Answers what lines of payments under way come to, which no entry counts yet. */
async function compare(check: BookCheck, balance: readonly BalanceEntry[], counts: Counts): Promise<number> {
  let underWay = 0;
  const { wiring, actor, book, accountId, now } = check;
  const { schoolId } = actor;
  const byGift = new Map<string, BalanceEntry[]>();
  const byPayout = new Map<string, BalanceEntry[]>();
  const strange: StrangeLine[] = [];
  const since = new Date(now.getTime() - YOUNG_DAYS * DAY_MS);
  const looked = await withScope(wiring, actor, async (tx) => [
    ...(await listGiftsUnderWay(tx, { schoolId, book, accountId, since })),
    ...(await listMissingGifts(tx, { schoolId, book, accountId })),
  ]);
  for (const id of looked) byGift.set(id, []);
  for (const line of balance) {
    const { subject } = line;
    const giftId = subject?.kind === "gift" ? await ownerOf(check, subject.references) : null;
    if (giftId !== null) byGift.set(giftId, [...(byGift.get(giftId) ?? []), line]);
    else if (subject?.kind === "payout") byPayout.set(subject.payout, [...(byPayout.get(subject.payout) ?? []), line]);
    else strange.push({ line, giftId: null });
  }
  const add = ({ found, settled, unread }: Looked) => {
    counts.found += found;
    counts.settled += settled;
    strange.push(...unread);
  };
  for (const [giftId, lines] of byGift) {
    const gift = await checkGift(check, { giftId, lines });
    underWay += gift.underWayMinor;
    add(gift);
  }
  for (const [payout, lines] of byPayout) add(await checkPayout(check, { payout, lines }));
  const written = await writeDown(check, strange, balance);
  counts.found += written.found;
  counts.settled += written.settled;
  return underWay;
}

/**
 * Lines that nobody knows, once each; those that somebody knows by now are settled. Answers how many are new and how many needed nobody
 * any more.
 */
function writeDown(
  check: BookCheck,
  strange: readonly StrangeLine[],
  all: readonly BalanceEntry[],
): Promise<Pick<Counts, "found" | "settled">> {
  const { wiring, actor, book, checkId, now } = check;
  const { schoolId } = actor;
  const unknown = new Set(strange.map(({ line }) => line.id));
  const known = all.filter(({ id }) => !unknown.has(id)).map(({ id }) => id);
  return withScope(wiring, actor, async (tx) => {
    let found = 0;
    // The book before its differences, as whoever settles one does, so that the two never wait for each other.
    await lockFundBook(tx, { schoolId, book });
    const settled = await settleKnownLines(tx, { schoolId, book, references: known, now });
    const said = await listSaidLines(tx, { schoolId, book, references: all.map(({ id }) => id) });
    for (const { reference: balanceLine, currency, stripe_minor } of said) {
      // what was said to be somebody else's may turn out to be a gift's
      const minor = known.includes(balanceLine) ? 0 : stripe_minor;
      await postOthers(tx, { actor, book, balanceLine, minor, currency, cause: "check", now });
    }
    for (const { line, giftId } of strange) {
      const { id: reference, type: lineKind, minor, feeMinor, currency } = line;
      const amounts = { currency, stripeMinor: minor - feeMinor, ledgerMinor: 0 };
      const of = { schoolId, book, checkId, kind: "unknown_line", reference, lineKind, giftId } as const;
      if (await insertDifference(tx, { ...of, ...amounts, isBooked: false, now })) found += 1;
    }
    return { found, settled };
  });
}
