import type { PaymentFault } from "~/domain/fund/stripe-refusal";
import { done, type Outcome, refused } from "~/domain/outcome";
import type { GiftAtStripe, Payments } from "~/payments/port";
import type { Wiring } from "~/wiring";
import { moveGift } from "~db/account-gifts.server";
import type { Book } from "~db/fund-books.server";
import { listGiftReferences, listReferencesAt } from "~db/gifts.server";
import type { ScopeTx } from "~db/scope.server";
import { type FundAccount, openFundAccount } from "./fund-account.server";
import type { PaidNow } from "./leave-account.server";
import { readGift } from "./read-gift.server";

/** A gift as it is at the account at which it is to be paid. */
export interface PlacedGift {
  account: FundAccount;
  /** Everything through which it is paid there. */
  references: string[];
  atStripe: GiftAtStripe;
}

interface ToPlace {
  wiring: Wiring;
  payments: Payments;
  /** Locked by the caller. */
  paid: PaidNow;
  /** Its own account. */
  account: FundAccount;
}

/**
 * Asks where a gift stands at its own account, before it is paid. One for which nothing ever came, and nothing may come, at an account
 * that another has followed goes on at that one: checkouts that are open at the old one end first, so that nobody pays twice. Where it
 * comes back to an account that it had left, what is there is asked for; money that it took along from there is not counted twice.
 */
export async function placeGift(
  tx: ScopeTx,
  { wiring, payments, paid, account }: ToPlace,
): Promise<Outcome<PlacedGift, PaymentFault>> {
  const { gift, hasLeft } = paid;
  const { school_id: schoolId, id: giftId } = gift;
  if (hasLeft) return comeTo(tx, { payments, gift, account });
  const references = await listGiftReferences(tx, { schoolId, giftId });
  const asked = await readGift({ payments, key: account.key, gift, references });
  if (!asked.ok) return asked;
  const stays = { account, references, atStripe: asked.value };
  if (account.isCurrent || hasHappened(asked.value)) return done(stays);
  const current = await openFundAccount(tx, wiring, { schoolId, book: gift.book as Book });
  if (!current) return done(stays);
  const there = await comeTo(tx, { payments, gift, account: current });
  // What is paid here is still heard.
  if (!there.ok) return there.reason === "paid_there_before" ? done(stays) : there;
  for (const reference of asked.value.openCheckouts) {
    const closed = await payments.closeCheckout(account.key, { giftId, reference });
    if (!closed.ok) return closed;
  }
  await moveGift(tx, { schoolId, giftId, accountId: current.accountId });
  return there;
}

/** A gift at an account to which it comes, or comes back; refused where money that it took along is counted there as well. */
async function comeTo(
  tx: ScopeTx,
  { payments, gift, account }: Pick<ToPlace, "payments" | "account"> & { gift: PaidNow["gift"] },
): Promise<Outcome<PlacedGift, PaymentFault>> {
  const at = { schoolId: gift.school_id, giftId: gift.id, accountId: account.accountId };
  const references = await listReferencesAt(tx, at);
  const asked = await readGift({ payments, key: account.key, gift, references });
  if (!asked.ok) return asked;
  const takesAlong = gift.kept_left_minor !== 0 || gift.kept_fee_minor !== 0;
  if (takesAlong && asked.value.charges.some(({ lines }) => lines.length > 0)) return refused("paid_there_before");
  return done({ account, references, atStripe: asked.value });
}

/** Money came or may come, or an invoice is out that says where. */
function hasHappened({ charges, invoices }: GiftAtStripe): boolean {
  return (
    charges.some(({ status, lines }) => status !== "failed" || lines.length > 0) ||
    invoices.some(({ status }) => status !== "draft" && status !== "void")
  );
}
