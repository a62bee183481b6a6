import { daysLater } from "~/clock";
import type { Actor, StaffActor } from "~/domain/actor";
import { mayRunFund } from "~/domain/fund/policy";
import { YOUNG_DAYS } from "~/domain/fund/under-way";
import { done, type Outcome, refused } from "~/domain/outcome";
import type { Payments } from "~/payments/port";
import { placeOf } from "~/steps/fund-account.server";
import { seal, unseal } from "~/steps/seal.server";
import type { Wiring } from "~/wiring";
import { recordAct } from "~db/audit.server";
import { type Book, findFundBook, lockFundBook, putFundBook } from "~db/fund-books.server";
import { listGiftReferences, listGiftsUnderWay } from "~db/gifts.server";
import { withScope } from "~db/scope.server";

export type ConnectRefusal =
  | "not_permitted"
  | "no_seal"
  | "other_book"
  | "other_account"
  | "key_refused"
  | "payments_away";

/** A secret or restricted key says itself whether it moves money. */
const KEY_OF: Record<Book, RegExp> = { test: /^(?:sk|rk)_test_\w{8,}$/, live: /^(?:sk|rk)_live_\w{8,}$/ };
const HINT_LENGTH = 4;
/** The new one and the one before: Stripe signs with both while a secret is rolled. */
const VALID_SECRETS = 2;

/** Gifts that are asked for before a key counts as one of another account. */
const GIFTS_ASKED = 10;

/**
 * An admin enters the secret key of the school's own account. It is tried, sealed, and never shown again. A key of another account
 * is refused while gifts are under way in the one before: their payments would reach nobody.
 */
export async function connectAccount(
  wiring: Wiring,
  actor: Actor,
  { book, secretKey }: { book: Book; secretKey: string },
): Promise<Outcome<null, ConnectRefusal>> {
  if (!mayRunFund(actor)) return refused("not_permitted");
  const { payments, env } = wiring;
  const sealSecret = env.payments?.sealSecret;
  if (!payments || !sealSecret) return refused("no_seal");
  const key = secretKey.trim();
  if (!KEY_OF[book].test(key)) return refused("other_book");
  const checked = await payments.checkKey(key);
  if (!checked.ok) return refused(checked.reason === "refused" ? "key_refused" : "payments_away");
  const { schoolId } = actor;
  const now = wiring.clock.now();
  const underWay = await listOpenReferences(wiring, actor, { book, now });
  const known = await knowsOneOf(payments, key, underWay);
  if (!known.ok) return known;
  return withScope(wiring, actor, async (tx) => {
    const sealed = seal(sealSecret, placeOf({ schoolId, book, what: "key" }), key);
    await putFundBook(tx, { schoolId, book, secretKey: sealed, keyHint: key.slice(-HINT_LENGTH), now });
    await recordAct(tx, { actor, noun: "fund", nounId: schoolId, transition: `connect ${book}`, now });
    return done(null);
  });
}

/** The objects at Stripe of the newest gifts for which something may still be happening, gift by gift. */
function listOpenReferences(
  wiring: Wiring,
  actor: StaffActor,
  { book, now }: { book: Book; now: Date },
): Promise<string[][]> {
  const { schoolId } = actor;
  return withScope(wiring, actor, async (tx) => {
    const open: string[][] = [];
    for (const giftId of (
      await listGiftsUnderWay(tx, { schoolId, book, since: daysLater(now, -YOUNG_DAYS) })
    ).reverse()) {
      const references = await listGiftReferences(tx, { schoolId, giftId });
      if (references.length > 0) open.push(references);
      if (open.length === GIFTS_ASKED) break;
    }
    return open;
  });
}

/** Whether the account behind a key knows one of these gifts; with none to ask about any account will do. */
async function knowsOneOf(
  payments: Payments,
  key: string,
  gifts: readonly string[][],
): Promise<Outcome<null, "other_account" | "payments_away">> {
  for (const references of gifts) {
    const asked = await payments.readGift(key, references);
    if (asked.ok) return done(null);
    if (asked.reason !== "missing") return refused("payments_away");
  }
  return gifts.length === 0 ? done(null) : refused("other_account");
}

/**
 * An admin enters the signing secret of the webhook. The one before stays valid, so that no event is lost in between; entering one
 * again that is valid changes nothing.
 */
export async function addWebhookSecret(
  wiring: Wiring,
  actor: Actor,
  { book, webhookSecret }: { book: Book; webhookSecret: string },
): Promise<Outcome<null, "not_permitted" | "no_seal">> {
  if (!mayRunFund(actor)) return refused("not_permitted");
  const sealSecret = wiring.env.payments?.sealSecret;
  if (!sealSecret) return refused("no_seal");
  const { schoolId } = actor;
  const now = wiring.clock.now();
  return withScope(wiring, actor, async (tx) => {
    await lockFundBook(tx, { schoolId, book });
    const before = (await findFundBook(tx, { schoolId, book }))?.webhook_secrets ?? [];
    const place = placeOf({ schoolId, book, what: "webhook" });
    const secret = webhookSecret.trim();
    if (before.some((known) => unseal(sealSecret, place, known) === secret)) return done(null);
    const sealed = seal(sealSecret, place, secret);
    const webhookSecrets = [sealed, ...before].slice(0, VALID_SECRETS);
    await putFundBook(tx, { schoolId, book, webhookSecrets, now });
    await recordAct(tx, { actor, noun: "fund", nounId: schoolId, transition: `webhook secret ${book}`, now });
    return done(null);
  });
}
