import type { SystemActor } from "~/domain/actor";
import type { Invoice } from "~/domain/fund/gift-truth";
import type { PaymentFault } from "~/domain/fund/stripe-refusal";
import { done, type Outcome, refused } from "~/domain/outcome";
import type { Payments, VerifiedEvent } from "~/payments/port";
import { hasKey, type KnownAccount, listKnownAccounts, mayBePaidAt } from "~/steps/fund-account.server";
import { syncGift } from "~/steps/sync-gift.server";
import { syncPayout } from "~/steps/sync-payout.server";
import { withStripe } from "~/steps/with-stripe.server";
import type { Wiring } from "~/wiring";
import type { Book } from "~db/fund-books.server";
import { findGiftByReference, lockGift, noteInvoiceMailed } from "~db/gifts.server";
import { findDistrictOf } from "~db/schools.server";
import { type ScopeTx, withScope, withSystem } from "~db/scope.server";
import { insertStripeEvent } from "~db/stripe-events.server";

export type EventRefusal = "not_found" | "not_signed" | "unavailable";

/** Takes the transaction back: an event whose truth could not be asked for has not been received. */
class Unavailable extends Error {}

interface Received {
  wiring: Wiring;
  tx: ScopeTx;
  actor: SystemActor;
  payments: Payments;
  /** The account that told of it, and its key. */
  accountId: string | null;
  key: string;
  book: Book;
  event: VerifiedEvent;
  now: Date;
}

/**
 * One event of Stripe about a school's account. Its words are not believed: they say which object to ask for, and the ledger is
 * brought to what that object is now. So an event that comes twice, late, in another order or not at all does no harm. Event
 * and effect are one transaction.
 */
export async function receiveEvent(
  wiring: Wiring,
  { schoolId, payload, signature }: { schoolId: string; payload: string; signature: string },
): Promise<Outcome<{ effect: "applied" | "repeated" | "ignored" }, EventRefusal>> {
  const { payments } = wiring;
  const districtId = await withSystem(wiring, (tx) => findDistrictOf(tx, schoolId));
  if (!payments || districtId === undefined) return refused("not_found");
  const now = wiring.clock.now();
  const actor: SystemActor = { kind: "system", job: "stripe-event", schoolId, districtId };
  const signed = await verify(wiring, { actor, payments, payload, signature });
  if (!signed) return refused("not_signed");
  const { event, book, account } = signed;
  // Stripe tells it again for three days: until then a new key may have come
  if (!hasKey(account)) return refused("unavailable");
  const { key, accountId } = account;
  try {
    const taken = await withStripe(wiring, actor, async (tx) => {
      const { id: eventId, type } = event;
      if (!(await insertStripeEvent(tx, { schoolId, book, eventId, type, now }))) return done("repeated" as const);
      return done(await apply({ wiring, tx, actor, payments, key, accountId, book, event, now }));
    });
    return taken.ok ? done({ effect: taken.value }) : refused("unavailable");
  } catch (error) {
    if (error instanceof Unavailable) return refused("unavailable");
    throw error;
  }
}

/** An event belongs to the account whose secret signed it, one that was replaced too, and says itself whether it is about money. */
async function verify(
  wiring: Wiring,
  asked: { actor: SystemActor; payments: Payments; payload: string; signature: string },
): Promise<{ event: VerifiedEvent; book: Book; account: KnownAccount } | null> {
  const { actor, payments, payload, signature } = asked;
  const { schoolId } = actor;
  const accounts = await withScope(wiring, actor, async (tx) => ({
    test: await listKnownAccounts(tx, wiring, { schoolId, book: "test" }),
    live: await listKnownAccounts(tx, wiring, { schoolId, book: "live" }),
  }));
  for (const book of ["live", "test"] as const)
    for (const account of accounts[book]) {
      const event = payments.readEvent({ payload, signature, secrets: account.secrets, now: wiring.clock.now() });
      if (event && event.live === (book === "live")) return { event, book, account };
    }
  return null;
}

async function apply(received: Received): Promise<"applied" | "ignored"> {
  const { subject } = received.event;
  if (subject === null) return "ignored";
  return subject.kind === "payout"
    ? applyToPayout(received, subject.payout)
    : applyToGift(received, subject.references);
}

async function applyToGift(received: Received, named: readonly string[]): Promise<"applied" | "ignored"> {
  const { wiring, tx, actor, payments, key, accountId, book, event, now } = received;
  const { schoolId } = actor;
  const known = await findGiftByReference(tx, { schoolId, book, accountId, references: named });
  const whose = known === undefined ? await askWhose(received, named) : { giftId: known, references: [] };
  const gift = whose === null ? undefined : await lockGift(tx, { schoolId, giftId: whose.giftId });
  if (!gift || gift.book !== book || !(await mayBePaidAt(tx, gift, accountId))) return "ignored";
  const all = [...named, ...(whose?.references ?? [])];
  const synced = askedOf(
    await syncGift(tx, { wiring, actor, payments, key, accountId, gift, named: all, cause: event.type, now }),
  );
  if (synced === null) return "ignored";
  // It may have been mailed at Stripe by hand, or its answer was lost
  const isSent = event.type === "invoice.sent" && synced.truth.invoices.some(isOpenOf(named));
  if (isSent) await noteInvoiceMailed(tx, { schoolId, giftId: gift.id });
  return "applied";
}

const isOpenOf =
  (named: readonly string[]) =>
  ({ id, status }: Invoice) =>
    status === "open" && named.includes(id);

/** An intent or an invoice that we have not seen yet carries the gift's id. */
async function askWhose({ payments, key }: Received, named: readonly string[]) {
  const unseen = named.find((id) => /^(pi|in)_/.test(id));
  return unseen === undefined ? null : askedOf(await payments.findGiftOf(key, unseen));
}

async function applyToPayout(received: Received, payout: string): Promise<"applied" | "ignored"> {
  const { tx, actor, payments, key, book, event, now } = received;
  const synced = askedOf(await syncPayout(tx, { actor, payments, key, book, payout, cause: event.type, now }));
  return synced?.hasChanged ? "applied" : "ignored";
}

/** What Stripe answered; null when the account has no such object, which telling us again would not change. */
function askedOf<Value>(outcome: Outcome<Value, PaymentFault>): Value | null {
  if (outcome.ok) return outcome.value;
  if (outcome.reason === "missing") return null;
  throw new Unavailable(outcome.reason);
}
