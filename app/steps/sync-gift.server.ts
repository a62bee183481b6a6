import type { SchoolActor } from "~/domain/actor";
import type { Posting } from "~/domain/fund/accounts";
import type { Cause } from "~/domain/fund/causes";
import type { GiftStanding, GiftTruth } from "~/domain/fund/gift-truth";
import { done, type Outcome } from "~/domain/outcome";
import type { PaymentFault, Payments } from "~/payments/port";
import type { Wiring } from "~/wiring";
import type { Book } from "~db/fund-books.server";
import { addGiftReferences, type Gift, listGiftReferences } from "~db/gifts.server";
import type { ScopeTx } from "~db/scope.server";
import { bringGiftUpToDate, NOT_AT_STRIPE, truthOf } from "./gift-ledger.server";

interface SyncInput {
  wiring: Wiring;
  actor: SchoolActor;
  payments: Payments;
  key: string;
  /** The account of the key, where the gift may not be tied to it yet; left out where it is the gift's own. */
  accountId?: string | null;
  /** Locked by the caller. */
  gift: Gift;
  /** Ids at Stripe that somebody says belong to the gift, beside those that are known. */
  named?: readonly string[];
  cause: Cause;
  /** The day on which it happened, where somebody says so. */
  happenedOn?: string;
  now: Date;
}

export interface SyncedGift {
  truth: GiftTruth;
  standing: GiftStanding;
  postings: Posting[];
}

/** Asks Stripe for everything about a gift and brings the ledger to it. Nothing is written when Stripe does not answer. */
export async function syncGift(tx: ScopeTx, input: SyncInput): Promise<Outcome<SyncedGift, PaymentFault>> {
  const { wiring, actor, payments, key, gift, named = [], cause, now, happenedOn } = input;
  const { accountId = gift.account_id } = input;
  const { school_id: schoolId, id: giftId } = gift;
  const known = await listGiftReferences(tx, { schoolId, giftId });
  const references = [...new Set([...known, ...named.filter((id) => /^(cs|pi|in)_/.test(id))])];
  const asked = references.length > 0 ? await payments.readGift(key, references) : done(NOT_AT_STRIPE);
  if (!asked.ok) return asked;
  await addGiftReferences(tx, {
    schoolId,
    book: gift.book as Book,
    giftId,
    accountId,
    references: [...references, ...asked.value.references],
  });
  const truth = truthOf(gift, asked.value);
  return done({
    truth,
    ...(await bringGiftUpToDate(tx, { wiring, actor, gift, truth, cause, now, ...(happenedOn && { happenedOn }) })),
  });
}
