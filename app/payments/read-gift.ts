import type Stripe from "stripe";
import type { Charge } from "../domain/fund/gift-truth";
import type { GiftAtStripe } from "./port";
import { chargeOf, idOf, isOf } from "./stripe-objects";

const LINE = "data.balance_transaction";
const REVERSAL = "data.failure_balance_transaction";

/** Asks Stripe for everything that hangs on a gift's sessions and payment intents. */
export async function readGiftAtStripe(stripe: Stripe, references: readonly string[]): Promise<GiftAtStripe> {
  const intents = new Set(references.filter((id) => id.startsWith("pi_")));
  let payUrl: string | null = null;
  for (const id of references.filter((reference) => reference.startsWith("cs_"))) {
    const session = await stripe.checkout.sessions.retrieve(id);
    add(intents, idOf(session.payment_intent));
    if (session.status === "open") payUrl = session.url;
  }
  const charges: Charge[] = [];
  for (const intent of intents) charges.push(...(await readCharges(stripe, intent)));
  return { charges, references: [...intents], payUrl };
}

/** All tries to pay one intent, with refunds and disputes, each with its lines of the balance. */
async function readCharges(stripe: Stripe, paymentIntent: string): Promise<Charge[]> {
  const of = { payment_intent: paymentIntent, limit: 100 };
  const charges = await all(stripe.charges.list({ ...of, expand: [LINE, REVERSAL] }));
  if (charges.every(({ status }) => status === "pending")) return charges.map((charge) => chargeOf(charge, NONE));
  const refunds = await all(stripe.refunds.list({ ...of, expand: [LINE, REVERSAL] }));
  const disputes = await all(stripe.disputes.list(of));
  return charges.map((charge) =>
    chargeOf(charge, { refunds: refunds.filter(isOf(charge)), disputes: disputes.filter(isOf(charge)) }),
  );
}

const NONE = { refunds: [], disputes: [] };

async function all<Item>(pages: AsyncIterable<Item>): Promise<Item[]> {
  const items: Item[] = [];
  for await (const item of pages) items.push(item);
  return items;
}

function add(intents: Set<string>, id: string | null): void {
  if (id !== null) intents.add(id);
}
