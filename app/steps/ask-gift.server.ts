import type { Posting } from "~/domain/fund/accounts";
import { bookedAtStripe, NOTHING_AT_STRIPE } from "~/domain/fund/booked-at-stripe";
import type { CameBack, GiftStanding } from "~/domain/fund/gift-truth";
import { type AskFault, refusedBy } from "~/domain/fund/stripe-refusal";
import { done, type Outcome, refused } from "~/domain/outcome";
import type { GiftAtStripe, Payments } from "~/payments/port";
import type { Wiring } from "~/wiring";
import { findFundAccount } from "~db/fund-accounts.server";
import type { Book } from "~db/fund-books.server";
import { listPostings } from "~db/fund-ledger.server";
import { addGiftReferences, type Gift, listGiftReferences } from "~db/gifts.server";
import type { ScopeTx } from "~db/scope.server";
import { openGiftAccount } from "./fund-account.server";
import { truthOf } from "./gift-ledger.server";
import { readGift } from "./read-gift.server";

/** How a gift stands at its account. */
export interface AskedGift {
  atStripe: Pick<GiftAtStripe, "charges" | "invoices" | "openCheckouts">;
  /** Who was asked and can be told; null where nothing at Stripe is known of it, or its account was ended: then the books answer. */
  at: { payments: Payments; key: string } | null;
}

/**
 * Asks how a gift stands before its school settles something of it. Of a gift of which nothing at Stripe is known nobody is asked, so
 * that it can be settled while no account is connected. Where the account was ended, what was booked last is the answer. The caller
 * holds the gift's lock.
 */
export async function askGift(
  tx: ScopeTx,
  { wiring, gift }: { wiring: Wiring; gift: Gift },
): Promise<Outcome<AskedGift, AskFault>> {
  const { payments } = wiring;
  const references = await listGiftReferences(tx, { schoolId: gift.school_id, giftId: gift.id });
  if (await isAtEndedAccount(tx, gift)) return done({ atStripe: await readBooks(tx, { gift, references }), at: null });
  if (references.length === 0) return done({ atStripe: NOTHING_AT_STRIPE, at: null });
  if (!payments) return refused("payments_away");
  const account = await openGiftAccount(tx, wiring, gift);
  if (!account) return refused("account_away");
  const { key } = account;
  const atStripe = await readGift({ payments, key, gift, references });
  if (!atStripe.ok) return refusedBy(atStripe.reason);
  const found = { schoolId: gift.school_id, giftId: gift.id, book: gift.book as Book, accountId: gift.account_id };
  await addGiftReferences(tx, { ...found, references: atStripe.value.references });
  return done({ atStripe: atStripe.value, at: { payments, key } });
}

/** Whether the account at which a gift is paid was ended: nobody can ask there, and nothing of it is heard. */
export async function isAtEndedAccount(tx: ScopeTx, gift: Pick<Gift, "school_id" | "account_id">): Promise<boolean> {
  if (gift.account_id === null) return false;
  const account = await findFundAccount(tx, { schoolId: gift.school_id, accountId: gift.account_id });
  return account !== undefined && account.ended_at !== null;
}

async function readBooks(
  tx: ScopeTx,
  { gift, references }: { gift: Gift; references: readonly string[] },
): Promise<AskedGift["atStripe"]> {
  // A check may have been told of at an account that the gift has left: no invoice here.
  const cheques = gift.cheques.map((cheque) =>
    references.includes(cheque.invoice ?? "") ? cheque : { ...cheque, invoice: null },
  );
  const { currency, promisedMinor, charges } = truthOf(gift, NOTHING_AT_STRIPE);
  // What it brought along from an account that was ended before stays beside what is booked here.
  const keptMinor = charges.reduce((sum, { minor }) => sum + minor, 0);
  const amounts = { minor: gift.minor - keptMinor, promisedMinor: Math.max(0, promisedMinor - keptMinor) };
  const words = { standing: gift.standing as GiftStanding, cameBack: gift.came_back as CameBack | null };
  const invoice = references.findLast((id) => id.startsWith("in_")) ?? null;
  const posted = await listPostedHere(tx, gift);
  return { ...bookedAtStripe({ ...amounts, currency, cheques, invoice, posted, ...words }), openCheckouts: [] };
}

/** What was posted for a gift, without what it brought along. */
export async function listPostedHere(tx: ScopeTx, gift: Gift): Promise<Posting[]> {
  const { school_id: schoolId, id: giftId, kept_left_minor: leftMinor, kept_fee_minor: feeMinor } = gift;
  const posted = await listPostings(tx, { schoolId, book: gift.book as Book, of: { giftId } });
  return [
    ...posted,
    { account: "stripe", purpose: null, minor: feeMinor - leftMinor },
    { account: "fees", purpose: null, minor: -feeMinor },
  ];
}
