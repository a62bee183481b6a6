import type { StaffActor, SystemActor } from "~/domain/actor";
import { isAsset, type Posting } from "~/domain/fund/accounts";
import { foreignLines, underWayOf } from "~/domain/fund/gift-postings";
import { done, type Outcome } from "~/domain/outcome";
import type { BalanceEntry, PaymentFault, Payments } from "~/payments/port";
import { mayBePaidAt } from "~/steps/fund-account.server";
import { syncGift } from "~/steps/sync-gift.server";
import { syncPayout } from "~/steps/sync-payout.server";
import { withStripe } from "~/steps/with-stripe.server";
import type { Wiring } from "~/wiring";
import type { Book } from "~db/fund-books.server";
import { insertDifference, type NewDifference } from "~db/fund-checks.server";
import { listPostings } from "~db/fund-ledger.server";
import { findGiftByReference, lockGift } from "~db/gifts.server";
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

/** Brings one gift to what Stripe holds. `unread` are lines of the balance that its truth does not explain. */
export async function checkGift(
  check: BookCheck,
  { giftId, lines }: { giftId: string; lines: readonly BalanceEntry[] },
): Promise<{ isNew: boolean; unread: BalanceEntry[]; underWayMinor: number }> {
  const { wiring, actor, book, payments, key, accountId, checkId, now } = check;
  const { schoolId } = actor;
  const checked = await withStripe(wiring, actor, async (tx) => {
    const gift = await lockGift(tx, { schoolId, giftId });
    if (!gift || gift.book !== book || !(await mayBePaidAt(tx, gift, accountId)))
      return done({ isNew: false, unread: [...lines], underWayMinor: 0 });
    const before = await listPostings(tx, { schoolId, book, of: { giftId } });
    const named = lines.flatMap(({ subject }) => (subject?.kind === "gift" ? subject.references : []));
    const synced = answered(
      await syncGift(tx, { wiring, actor, payments, key, accountId, gift, named, cause: "check", now }),
    );
    const found = { schoolId, book, checkId, now };
    const ledgerMinor = assetsIn(before);
    if (!synced) {
      const missing = { ...found, currency: gift.currency, reference: giftId, ledgerMinor };
      return done({ isNew: await writeMissing(tx, missing), unread: [...lines], underWayMinor: 0 });
    }
    const { truth, postings } = synced;
    if (postings.length > 0)
      await insertDifference(tx, {
        ...{ ...found, kind: "gift_behind", reference: giftId, lineKind: "", currency: gift.currency },
        ...{ stripeMinor: assetsIn([...before, ...postings]), ledgerMinor, isBooked: true },
      });
    for (const { id, kind, minor, feeMinor, currency } of foreignLines(truth))
      await insertDifference(tx, {
        ...{ ...found, kind: "foreign_line", reference: id, lineKind: kind, currency },
        ...{ stripeMinor: minor - feeMinor, ledgerMinor: 0, isBooked: false },
      });
    const read = new Set(truth.charges.flatMap((charge) => charge.lines).map(({ id }) => id));
    const unread = lines.filter(({ id }) => !read.has(id));
    return done({ isNew: postings.length > 0, unread, underWayMinor: underWayOf(truth) });
  });
  return foundIn(checked);
}

/** Makes a payout equal its line at the bank. `unread` are its lines where the account knows no such payout. */
export async function checkPayout(
  check: BookCheck,
  { payout, lines }: { payout: string; lines: readonly BalanceEntry[] },
): Promise<{ isNew: boolean; unread: readonly BalanceEntry[] }> {
  const { wiring, actor, book, payments, key, checkId, now } = check;
  const { schoolId } = actor;
  const checked = await withStripe(wiring, actor, async (tx) => {
    const synced = answered(await syncPayout(tx, { actor, payments, key, book, payout, cause: "check", now }));
    if (!synced) return done({ isNew: false, unread: lines });
    const { hasChanged, isForeign, beforeMinor, paidMinor, currency } = synced;
    if (!hasChanged && !isForeign) return done({ isNew: false, unread: [] as BalanceEntry[] });
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
    return done({ isNew, unread: [] });
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
