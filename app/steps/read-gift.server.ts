import { NOTHING_AT_STRIPE } from "~/domain/fund/booked-at-stripe";
import type { PaymentFault } from "~/domain/fund/stripe-refusal";
import { done, type Outcome } from "~/domain/outcome";
import type { GiftAtStripe, Payments } from "~/payments/port";
import type { Gift } from "~db/gifts.server";

interface ToRead {
  payments: Payments;
  key: string;
  gift: Pick<Gift, "standing">;
  /** Ids through which it is paid. */
  references: readonly string[];
}

/**
 * Asks Stripe for everything about a gift. Anybody at the school may delete the draft of an invoice there: where there never was more
 * than drafts, nothing is missing, and the gift goes on as one for which nothing was asked.
 */
export async function readGift(asked: ToRead): Promise<Outcome<GiftAtStripe, PaymentFault>> {
  const { payments, key, references } = asked;
  if (references.length === 0) return done(NOTHING_AT_STRIPE);
  const answer = await payments.readGift(key, references);
  return !answer.ok && answer.reason === "missing" && wasOnlyDrafted(asked) ? done(NOTHING_AT_STRIPE) : answer;
}

/** What was final, or opened, is never deleted: a gift with such a thing at Stripe is missing there. */
function wasOnlyDrafted({ gift, references }: Pick<ToRead, "gift" | "references">): boolean {
  return ["open", "pledged"].includes(gift.standing) && references.every((id) => id.startsWith("in_"));
}
