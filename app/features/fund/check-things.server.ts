import type { StaffActor, SystemActor } from "~/domain/actor";
import { isAsset, type Posting } from "~/domain/fund/accounts";
import { foreignLines, underWayOf } from "~/domain/fund/gift-postings";
import type { PaymentFault } from "~/domain/fund/stripe-refusal";
import { done, type Outcome } from "~/domain/outcome";
import type { BalanceEntry, Payments } from "~/payments/port";
import { mayBePaidAt } from "~/steps/fund-account.server";
import { syncGift } from "~/steps/sync-gift.server";
import { syncPayout } from "~/steps/sync-payout.server";
import { withStripe } from "~/steps/with-stripe.server";
import type { Wiring } from "~/wiring";
import type { Book } from "~db/fund-books.server";
import { insertDifference, type NewDifference } from "~db/fund-checks.server";
import { listPostings } from "~db/fund-ledger.server";
import { findGiftByReference, lockGift } from "~db/gifts.server";
import { settleMissingGift } from "~db/missing-gifts.server";
import { type ScopeTx, withScope } from "~db/scope.server";

/** One comparison of a book with its account at Stripe. */
export interface BookCheck {
  wiring: Wiring;
  actor: StaffActor | SystemActor;
  book: Book;
  payments: Payments;
  key: string;
  /** The account of the key; null for the one that the settings of the server name. */
  accountId: string | null;
  /** Lines from this moment on are compared. */
  since: Date;
  checkId: string;
  now: Date;
}

/** Ends a check of an account whose questions Stripe does not answer; what it has found until then stays. */
export class NotAnswered extends Error {
  constructor(readonly fault: string) {
    super(fault);
  }
}

/** What Stripe answered; null when the account has no such object. */
export function answered<Value>(outcome: Outcome<Value, PaymentFault>): Value | null {
  if (outcome.ok) return outcome.value;
  if (outcome.reason === "missing") return null;
  throw new NotAnswered(outcome.reason);
}

/** What was found; a check ends where it had to wait too long to ask. */
function foundIn<Value>(checked: Outcome<Value, string>): Value {
  if (checked.ok) return checked.value;
  throw new NotAnswered(checked.reason);
}

/** The gift of this book that a line of the balance is about, or null. */
export async function ownerOf(check: BookCheck, references: readonly string[]): Promise<string | null> {
  const { wiring, actor, book, payments, key, accountId } = check;
  const { schoolId } = actor;
  const known = await withScope(wiring, actor, (tx) =>
    findGiftByReference(tx, { schoolId, book, accountId, references }),
  );
  if (known !== undefined) return known;
  const unseen = references.find((id) => id.startsWith("pi_"));
  const whose = unseen === undefined ? null : answered(await payments.findGiftOf(key, unseen));
  return whose?.giftId ?? null;
}

/** A line of the balance that no truth explains, and the gift that its payment says it is for. */
export interface StrangeLine {
  line: BalanceEntry;
  giftId: string | null;
}

/** What came of a look at one thing: how many differences are new, how many need nobody any more, and which lines nothing explains. */
export interface Looked {
  found: number;
  settled: number;
  unread: StrangeLine[];
}

/** Brings one gift to what Stripe holds. `unread` are lines of the balance that its truth does not explain. */
export async function checkGift(
  check: BookCheck,
  { giftId, lines }: { giftId: string; lines: readonly BalanceEntry[] },
): Promise<Looked & { underWayMinor: number }> {
  const { wiring, actor, book, payments, key, accountId, checkId, now } = check;
  const { schoolId } = actor;
  const checked = await withStripe(wiring, actor, async (tx) => {
    const gift = await lockGift(tx, { schoolId, giftId });
    const isOurs = gift?.book === book;
    const unreadOf = (those: readonly BalanceEntry[]) =>
      those.map((line) => ({ line, giftId: isOurs ? giftId : null }));
    const nothing = { found: 0, settled: 0, unread: unreadOf(lines), underWayMinor: 0 };
    if (!gift || !isOurs || !(await mayBePaidAt(tx, gift, accountId))) return done(nothing);
    const before = await listPostings(tx, { schoolId, book, of: { giftId } });
    const named = lines.flatMap(({ subject }) => (subject?.kind === "gift" ? subject.references : []));
    const synced = answered(
      await syncGift(tx, { wiring, actor, payments, key, accountId, gift, named, cause: "check", now }),
    );
    const of = { schoolId, book, checkId, now };
    const ledgerMinor = assetsIn(before);
    if (!synced) {
      const missing = { ...of, currency: gift.currency, reference: giftId, ledgerMinor };
      return done({ ...nothing, found: Number(await writeMissing(tx, missing)) });
    }
    const { truth, postings } = synced;
    const settled = await settleMissingGift(tx, { schoolId, book, giftId, now });
    const differences: NewDifference[] = foreignLines(truth).map(({ id, kind, minor, feeMinor, currency }) => ({
      ...{ ...of, kind: "foreign_line", reference: id, lineKind: kind, giftId, currency },
      ...{ stripeMinor: minor - feeMinor, ledgerMinor: 0, isBooked: false },
    }));
    if (postings.length > 0)
      differences.push({
        ...{ ...of, kind: "gift_behind", reference: giftId, lineKind: "", currency: gift.currency },
        ...{ stripeMinor: assetsIn([...before, ...postings]), ledgerMinor, isBooked: true },
      });
    let found = 0;
    for (const difference of differences) if (await insertDifference(tx, difference)) found += 1;
    const read = new Set(truth.charges.flatMap((charge) => charge.lines).map(({ id }) => id));
    const unread = unreadOf(lines.filter(({ id }) => !read.has(id)));
    return done({ found, settled, unread, underWayMinor: underWayOf(truth) });
  });
  return foundIn(checked);
}

/** Makes a payout equal its line at the bank. `unread` are its lines where the account knows no such payout. */
export async function checkPayout(
  check: BookCheck,
  { payout, lines }: { payout: string; lines: readonly BalanceEntry[] },
): Promise<Looked> {
  const { wiring, actor, book, payments, key, checkId, now } = check;
  const { schoolId } = actor;
  const checked = await withStripe(wiring, actor, async (tx) => {
    const synced = answered(await syncPayout(tx, { actor, payments, key, book, payout, cause: "check", now }));
    const nothing: Looked = { found: 0, settled: 0, unread: [] };
    if (!synced) return done({ ...nothing, unread: lines.map((line) => ({ line, giftId: null })) });
    const { hasChanged, isForeign, beforeMinor, paidMinor, currency } = synced;
    if (!hasChanged && !isForeign) return done(nothing);
    const isNew = await insertDifference(tx, {
      ...{
        schoolId,
        book,
        checkId,
        reference: payout,
        currency,
        stripeMinor: paidMinor,
        ledgerMinor: beforeMinor,
        now,
      },
      ...(isForeign
        ? { kind: "foreign_line", lineKind: "payout", isBooked: false }
        : { kind: "payout_behind", lineKind: "", isBooked: true }),
    });
    return done({ ...nothing, found: Number(isNew) });
  });
  return foundIn(checked);
}

/** The account knows nothing of it: what is booked stays, a person looks, and the check goes on. Answers whether it is new. */
function writeMissing(
  tx: ScopeTx,
  missing: Pick<NewDifference, "schoolId" | "book" | "checkId" | "now" | "currency" | "reference" | "ledgerMinor">,
): Promise<boolean> {
  return insertDifference(tx, { ...missing, kind: "missing_object", lineKind: "", stripeMinor: 0, isBooked: false });
}

/** What the ledger holds in assets: owed, on its way, at Stripe and at the bank. */
function assetsIn(postings: readonly Posting[]): number {
  return postings.filter(({ account }) => isAsset(account)).reduce((sum, { minor }) => sum + minor, 0);
}
