import { type Refused, refused } from "../outcome";

/**
 * Why Stripe did not do what it was asked for. `unavailable` may be tried again with the same words; `missing`: the account has no such
 * object, or none of a gift; everything else is refused again until somebody mends what the word says.
 */
export type PaymentFault = "unavailable" | "missing" | "refused" | RefusedFor;

/**
 * `key_unfit`: the key is not known any more, or lacks a right; `mail_refused`: no address to Stripe; `paid_there_before`: a part of the
 * gift came at this account before the gift left it, and what the books keep of that part would be counted twice.
 */
type RefusedFor = "too_little_to_pay" | "key_unfit" | "mail_refused" | "paid_there_before";

/** What a verb that asks Stripe answers when Stripe does not do it. */
export type StripeRefusal = "payments_away" | "stripe_refused" | RefusedFor;

/** What a verb answers that asks how a gift stands at its account. `account_away`: its key was taken away, so nobody can be asked. */
export type AskFault = StripeRefusal | "account_away";

/** A fault as the verb's own reason: only what may pass by itself is worth another try. */
export function refusedBy(fault: PaymentFault): Refused<StripeRefusal> {
  if (fault === "unavailable") return refused("payments_away");
  return refused(fault === "missing" || fault === "refused" ? "stripe_refused" : fault);
}
