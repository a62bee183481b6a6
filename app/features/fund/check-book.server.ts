import type { StaffActor, SystemActor } from "~/domain/actor";
import { done, type Outcome, refused } from "~/domain/outcome";
import { type FundAccount, hasKey, type KnownAccount, listKnownAccounts } from "~/steps/fund-account.server";
import { nameOldAccounts } from "~/steps/name-account.server";
import { noticeSharedAccount } from "~/steps/notice-shared-account.server";
import type { Wiring } from "~/wiring";
import type { Book } from "~db/fund-books.server";
import { type CheckedAccount, insertCheckedAccounts, listCheckedUpTo } from "~db/fund-check-accounts.server";
import { countOpenDifferences, endFundCheck, insertFundCheck } from "~db/fund-checks.server";
import { findFirstGift } from "~db/gifts.server";
import { type ScopeTx, withScope } from "~db/scope.server";
import { closeTasksOf, openTask } from "~db/staff-tasks.server";
import { type BookCheck, NotAnswered } from "./check-things.server";
import { type Counts, compareAccounts } from "./compare-accounts.server";

const DAY_MS = 86_400_000;
/** A check looks again at what the one before has seen: lines that came up while it ran. */
const OVERLAP_DAYS = 3;

export type CheckRefusal = "not_connected" | "payments_away";

/** `unasked` is at how many accounts nothing could be asked, because they have no key; `open` is how many differences wait for a person. */
export type Checked = { checkId: string; unasked: number; open: number } & Counts;

/**
 * Compares every line of Stripe's balance with the ledger, at every account of the book that was not ended, from where that account was
 * last compared to the end. Where
 * the ledger is behind, an event was missed: the same function that takes events books it, and the check says so. A line that belongs
 * to no gift and no payout is written down once and waits for a person. At last all that lies at Stripe is compared with the ledger, so
 * that nothing lies there unseen. Doing it twice, or from two desks at once, finds nothing twice. An account that cannot be asked keeps
 * no other from being compared; the check says which it was.
 */
export async function checkBook(
  wiring: Wiring,
  actor: StaffActor | SystemActor,
  { book }: { book: Book },
): Promise<Outcome<Checked, CheckRefusal>> {
  const { payments } = wiring;
  const now = wiring.clock.now();
  const begun = payments && (await begin(wiring, actor, { book, now }));
  if (!payments || !begun) return refused("not_connected");
  const { asked, blind, checkId } = begun;
  const check = { wiring, actor, book, payments, checkId, now };
  const checks = asked.map(({ key, accountId, since }) => ({ ...check, key, accountId, since }));
  const counts: Counts = { lines: 0, found: 0, settled: 0 };
  const unasked: CheckedAccount[] = blind.map(({ accountId }) => ({ accountId, result: "no_key" }));
  let open = 0;
  let accounts: CheckedAccount[] = asked.map(({ accountId }) => ({ accountId, result: "unavailable" }));
  try {
    if (!(await nameOldAccounts(wiring, actor, { book })).ok) throw new NotAnswered("unavailable");
    await noticeSharedAccount(wiring, actor, { book });
    // What lies at an account that cannot be asked is nobody's guess.
    const results = await compareAccounts(checks, { mayWeigh: blind.length === 0 }, counts);
    accounts = asked.map(({ accountId }, at) => ({ accountId, result: results[at] ?? "unavailable" }));
  } catch (error) {
    if (!(error instanceof NotAnswered)) throw error;
  } finally {
    open = await end(check, [...accounts, ...unasked], counts);
  }
  if (accounts.some(({ result }) => result !== "complete")) return refused("payments_away");
  return done({ checkId, unasked: blind.length, open, ...counts });
}

interface Begun {
  checkId: string;
  asked: (FundAccount & { since: Date })[];
  /** Those without a key to ask with. */
  blind: KnownAccount[];
}

/** Writes down that a check begins, with the accounts it asks; null where no account can be asked. */
function begin(
  wiring: Wiring,
  actor: StaffActor | SystemActor,
  { book, now }: { book: Book; now: Date },
): Promise<Begun | null> {
  const { schoolId } = actor;
  return withScope(wiring, actor, async (tx) => {
    const known = await listKnownAccounts(tx, wiring, { schoolId, book });
    const upTo = await listCheckedUpTo(tx, { schoolId, book });
    const asked: Begun["asked"] = [];
    for (const account of known.filter(hasKey)) {
      const last = upTo.get(account.accountId) ?? (await findBeginning(tx, { schoolId, book, account })) ?? now;
      asked.push({ ...account, since: new Date(new Date(last).getTime() - OVERLAP_DAYS * DAY_MS) });
    }
    if (asked.length === 0) return null;
    const askedBy = actor.kind === "staff" ? actor.personId : null;
    const from = new Date(Math.min(...asked.map(({ since }) => since.getTime())));
    const checkId = await insertFundCheck(tx, { schoolId, book, askedBy, from, now });
    return { checkId, asked, blind: known.filter((account) => !hasKey(account)) };
  });
}

/** Before this moment nothing of the fund happened at an account. */
async function findBeginning(
  tx: ScopeTx,
  { account, ...of }: { schoolId: string; book: Book; account: KnownAccount },
): Promise<string | undefined> {
  const moments = [await findFirstGift(tx, { ...of, accountId: account.accountId }), account.connectedAt];
  return moments.filter((at) => typeof at === "string").sort()[0];
}

/**
 * Closes a check, and gives staff a task when there is something to read or to settle. The task ends when the last difference that
 * waited for a person needs none any more and there is nothing new to read. Answers how many wait.
 */
async function end(
  { wiring, actor, book, checkId, now }: Pick<BookCheck, "wiring" | "actor" | "book" | "checkId" | "now">,
  accounts: readonly CheckedAccount[],
  { lines, found, settled }: Counts,
): Promise<number> {
  const { schoolId } = actor;
  return withScope(wiring, actor, async (tx) => {
    await insertCheckedAccounts(tx, { schoolId, checkId, accounts });
    await endFundCheck(tx, { schoolId, checkId, state: stateOf(accounts), lines, found, now });
    const dedupeKey = `fund_difference:${book}`;
    const open = await countOpenDifferences(tx, { schoolId, book });
    if (found > 0 || open > 0) {
      const subject = { noun: "fund", id: schoolId };
      await openTask(tx, { schoolId, kind: "fund_difference", subject, dedupeKey, now });
    } else if (settled > 0) await closeTasksOf(tx, { schoolId, dedupeKey, note: "", now });
    return open;
  });
}

function stateOf(accounts: readonly CheckedAccount[]): "complete" | "partial" | "unavailable" {
  const complete = accounts.filter(({ result }) => result === "complete").length;
  if (complete === 0) return "unavailable";
  return complete === accounts.length ? "complete" : "partial";
}
