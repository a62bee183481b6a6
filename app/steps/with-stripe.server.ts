import type { SchoolActor } from "~/domain/actor";
import { type Outcome, refused } from "~/domain/outcome";
import type { Wiring } from "~/wiring";
import { NoConnectionFree } from "~db/connection.server";
import { type ScopeTx, withScope } from "~db/scope.server";

/**
 * A transaction in which Stripe is asked while a gift or a payout is locked, or in which such a lock is waited for. It uses one of
 * few connections that nothing else has: however slow Stripe is, no page waits for it. When all of them are taken
 * for too long, the answer is the same as when Stripe gives none.
 */
export async function withStripe<Value, Reason extends string>(
  { stripeDb }: Wiring,
  actor: SchoolActor,
  work: (tx: ScopeTx) => Promise<Outcome<Value, Reason>>,
): Promise<Outcome<Value, Reason | "payments_away">> {
  try {
    return await withScope({ db: stripeDb }, actor, work);
  } catch (error) {
    if (error instanceof NoConnectionFree) return refused("payments_away");
    throw error;
  }
}
