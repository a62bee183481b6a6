import { isAsking, withCheque } from "~/domain/fund/booked-at-stripe";
import type { Invoice } from "~/domain/fund/gift-truth";
import { type AskFault, refusedBy } from "~/domain/fund/stripe-refusal";
import { done, type Outcome } from "~/domain/outcome";
import { noteLeftInvoice } from "~db/account-gifts.server";
import type { NewCheque } from "~db/gift-cheques.server";
import type { Gift } from "~db/gifts.server";
import type { ScopeTx } from "~db/scope.server";
import type { AskedGift } from "./ask-gift.server";
import { askOfGift } from "./sync-gift.server";
import { tellInvoice } from "./tell-invoice.server";

/** Of which invoice a check is, and how the gift stands once that has been told of it. */
export interface ToldOfCheque {
  cheque: Pick<NewCheque, "invoice" | "creditNote">;
  left: Pick<AskedGift["atStripe"], "charges" | "invoices">;
}

/**
 * Tells Stripe that a check came: open checkouts end, and an open invoice asks for less, so that nobody pays twice. Where nobody can be
 * told any more, the invoice asks for less in the books alone; at the account that was ended it still asks for all.
 */
export async function tellOfCheque(
  tx: ScopeTx,
  { asked, gift, minor }: { asked: AskedGift; gift: Gift; minor: number },
): Promise<Outcome<ToldOfCheque, AskFault>> {
  const { at, atStripe } = asked;
  const { charges, invoices, openCheckouts } = atStripe;
  if (!at) {
    const invoice = await noteLeft(tx, { gift, invoices });
    return done({ cheque: { invoice, creditNote: null }, left: { charges, invoices: withCheque(invoices, minor) } });
  }
  const { payments, key } = at;
  for (const reference of openCheckouts) {
    const closed = await payments.closeCheckout(key, { giftId: gift.id, reference });
    if (!closed.ok) return refusedBy(closed.reason);
  }
  const told = await tellInvoice({ payments, key, gift, invoices, charges, minor });
  if (!told.ok) return refusedBy(told.reason);
  const left = await askOfGift(tx, { payments, key, gift });
  return left.ok ? done({ cheque: told.value, left: left.value }) : refusedBy(left.reason);
}

/** Notes which invoice is left open where nobody can be told of anything; null where none is. */
export async function noteLeft(
  tx: ScopeTx,
  { gift, invoices }: { gift: Gift; invoices: readonly Invoice[] },
): Promise<string | null> {
  const reference = invoices.find(isAsking)?.id;
  if (reference === undefined) return null;
  await noteLeftInvoice(tx, { schoolId: gift.school_id, giftId: gift.id, reference });
  return reference;
}
