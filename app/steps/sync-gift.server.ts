import type { SchoolActor } from "~/domain/actor";
import type { Posting } from "~/domain/fund/accounts";
import type { Cause } from "~/domain/fund/causes";
import type { GiftStanding, GiftTruth } from "~/domain/fund/gift-truth";
import type { PaymentFault } from "~/domain/fund/stripe-refusal";
import { done, type Outcome } from "~/domain/outcome";
import type { GiftAtStripe, Payments } from "~/payments/port";
import type { Wiring } from "~/wiring";
import type { Book } from "~db/fund-books.server";
import { addGiftReferences, type Gift, listGiftReferences } from "~db/gifts.server";
import type { ScopeTx } from "~db/scope.server";
import { bringGiftUpToDate, truthOf } from "./gift-ledger.server";
import { readGift } from "./read-gift.server";

interface AskInput {
  payments: Payments;
  key: string;
  /** The account of the key, where the gift may not be tied to it yet; left out where it is the gift's own. */
  accountId?: string | null;
  /** Locked by the caller. */
  gift: Gift;
  /** Ids at Stripe that somebody says belong to the gift, beside those that are known. */
  named?: readonly string[];
}

interface SyncInput extends AskInput {
  wiring: Wiring;
  actor: SchoolActor;
  cause: Cause;
  now: Date;
}

export interface SyncedGift {
  truth: GiftTruth;
  standing: GiftStanding;
  postings: Posting[];
}

/** Asks Stripe for everything about a gift and brings the ledger to it. Nothing is written when Stripe does not answer. */
export async function syncGift(tx: ScopeTx, input: SyncInput): Promise<Outcome<SyncedGift, PaymentFault>> {
  const { wiring, actor, gift, cause, now } = input;
  const asked = await askOfGift(tx, input);
  if (!asked.ok) return asked;
  const truth = truthOf(gift, asked.value);
  return done({ truth, ...(await bringGiftUpToDate(tx, { wiring, actor, gift, truth, cause, now })) });
}

/** Asks Stripe for everything about a gift, and notes through what it is paid. Nothing is written when Stripe does not answer. */
export async function askOfGift(
  tx: ScopeTx,
  { payments, key, gift, named = [], accountId = gift.account_id }: AskInput,
): Promise<Outcome<GiftAtStripe, PaymentFault>> {
  const { school_id: schoolId, id: giftId } = gift;
  const known = await listGiftReferences(tx, { schoolId, giftId });
  const references = [...new Set([...known, ...named.filter((id) => /^(cs|pi|in)_/.test(id))])];
  const asked = await readGift({ payments, key, gift, references });
  if (!asked.ok) return asked;
  await addGiftReferences(tx, {
    schoolId,
    book: gift.book as Book,
    giftId,
    accountId,
    references: [...references, ...asked.value.references],
  });
  return asked;
}
