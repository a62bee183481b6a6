import { isCurrency } from "../../domain/fund/money";
import { isTooLittleToPay } from "../../domain/fund/smallest-payment";
import { ApiError, type Parameters } from "./parameters";

/** Whether an amount is less than one payment can be. */
export function isTooSmall(amount: number, currency: unknown): boolean {
  const code = String(currency);
  return isCurrency(code) && isTooLittleToPay(amount, code);
}

/** Refuses a payment over less than Stripe takes (docs.stripe.com/error-codes, `amount_too_small`). */
export function checkAmount(amount: number, currency: unknown): void {
  if (!isTooSmall(amount, currency)) return;
  const message = `The amount is too small for a payment in ${currency}.`;
  throw new ApiError(400, { type: "invalid_request_error", code: "amount_too_small", message });
}

/** The longest name before the @ (RFC 5321, section 4.5.3.1.1). */
const LONGEST_NAME = 64;

/** Refuses an address that no mail can reach (docs.stripe.com/error-codes, `email_invalid`). */
export function checkMail(address: Parameters[string] | undefined): void {
  if (typeof address !== "string" || address.indexOf("@") <= LONGEST_NAME) return;
  throw new ApiError(400, { type: "invalid_request_error", code: "email_invalid", message: "Not a mail address." });
}
