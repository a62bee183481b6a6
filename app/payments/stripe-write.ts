import { randomUUID } from "node:crypto";
import Stripe from "stripe";
import { isReplayed } from "./stripe-faults";

interface Write<Value> {
  /** Made from what is asked, so that asking again in the same words does nothing twice. */
  key: string;
  write: (options: { idempotencyKey: string }) => Promise<Value>;
  /** Answers what the write leads to if it is there already; undefined if not, or if a second one does no harm. */
  find: () => Promise<Value | undefined>;
}

/**
 * Writes under an idempotency key. Stripe keeps what it answers to a key for a day, a 500 or a refusal too
 * (docs.stripe.com/api/idempotent_requests): with this key it would say nothing else again. A 500 leaves open whether the work was done,
 * and the cause of a refusal that was kept may be mended by now. So we look first, and write under a new key only what is not there.
 */
export async function writeOnce<Value>({ key, write, find }: Write<Value>): Promise<Value> {
  try {
    return await write({ idempotencyKey: key });
  } catch (error) {
    if (!isBreakdown(error) && !isReplayed(error)) throw error;
    const found = await find();
    return found === undefined ? write({ idempotencyKey: `${key}:again:${randomUUID()}` }) : found;
  }
}

/** For a write of which a second one does no harm: nobody knows of the first. */
export async function nothingToFind(): Promise<undefined> {}

function isBreakdown(error: unknown): boolean {
  return error instanceof Stripe.errors.StripeError && (error.statusCode ?? 0) >= 500;
}
