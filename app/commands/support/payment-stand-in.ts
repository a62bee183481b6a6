import { schoolOfStandInKey, standInSecret } from "~/domain/fund/stand-in-account";
import type { StandInEvent } from "~/payments/stand-in/objects";
import { type StandIn, startStandIn } from "~/payments/stand-in/server";
import { signEvent } from "~/payments/stripe.server";

/**
 * Stripe's stand-in for local mode: payments, and everything that may become of them, without a key and without money. What
 * happens there is told to the product as Stripe would tell it. It forgets when it ends.
 */
export function startPaymentStandIn(origin: string): Promise<StandIn> {
  return startStandIn({ now: () => new Date(), deliver: (event) => void deliver(origin, event) });
}

async function deliver(origin: string, { account, body }: StandInEvent): Promise<void> {
  const schoolId = schoolOfStandInKey(account);
  if (schoolId === null) return;
  const signature = signEvent({ payload: body, secret: standInSecret(schoolId), now: new Date() });
  const headers = { "Content-Type": "application/json", "Stripe-Signature": signature };
  const answer = await fetch(`${origin}/webhooks/stripe/${schoolId}`, { method: "POST", headers, body }).catch(
    () => null,
  );
  if (!answer?.ok) console.error(`An event of the stand-in was not taken (${answer?.status ?? "no answer"}).`);
}
