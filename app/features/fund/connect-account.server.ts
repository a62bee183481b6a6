import type { Actor, StaffActor } from "~/domain/actor";
import { mayRunFund } from "~/domain/fund/policy";
import { done, type Outcome, refused } from "~/domain/outcome";
import type { Payments } from "~/payments/port";
import { accountOfServer, placeOf } from "~/steps/fund-account.server";
import { nameOldAccounts } from "~/steps/name-account.server";
import { seal, unseal } from "~/steps/seal.server";
import type { Wiring } from "~/wiring";
import { adoptGiftsOfServer } from "~db/account-gifts.server";
import { recordAct } from "~db/audit.server";
import {
  type FundAccountRow,
  insertFundAccount,
  listFundAccounts,
  putAccountKey,
  replaceFundAccount,
} from "~db/fund-accounts.server";
import { type Book, lockFundBook } from "~db/fund-books.server";
import { type ScopeTx, withScope } from "~db/scope.server";

export type ConnectRefusal =
  | "not_permitted"
  | "changed_before"
  | "no_seal"
  | "other_book"
  | "account_taken"
  | "account_unread"
  | "key_refused"
  | "rights_missing"
  | "payments_away";

/** The account that took gifts when the page was shown, and its revision; "" and 0 where there was none. */
interface ShownAccount {
  accountId: string;
  seen: number;
}

/** A secret or restricted key says itself whether it moves money. */
const KEY_OF: Record<Book, RegExp> = { test: /^(?:sk|rk)_test_\w{8,}$/, live: /^(?:sk|rk)_live_\w{8,}$/ };
const HINT_LENGTH = 4;

/**
 * An admin enters the secret key of the school's own account. It is tried, sealed, and never shown again. Stripe says whose key it is:
 * a new key of a known account takes it up where it was, one of another account follows the one before, which still holds its gifts.
 * Of two admins at once the second one is told, so that nobody's account is replaced unseen. An account serves one school (decision 29);
 * of the other school the refusal says nothing.
 */
export async function connectAccount(
  wiring: Wiring,
  actor: Actor,
  { book, secretKey, shown }: { book: Book; secretKey: string; shown: ShownAccount },
): Promise<Outcome<null, ConnectRefusal>> {
  if (!mayRunFund(actor)) return refused("not_permitted");
  const { payments, env } = wiring;
  const sealSecret = env.payments?.sealSecret;
  if (!payments || !sealSecret) return refused("no_seal");
  const key = secretKey.trim();
  if (!KEY_OF[book].test(key)) return refused("other_book");
  const stripeAccount = await askWhose(payments, key);
  if (!stripeAccount.ok) return stripeAccount;
  const ofServer = await askServer({ wiring, payments, actor, book }, stripeAccount.value);
  if (!ofServer.ok) return ofServer;
  const { schoolId } = actor;
  const named = await nameOldAccounts(wiring, actor, { book, newKey: { key, stripeAccount: stripeAccount.value } });
  if (!named.ok) return refused("payments_away");
  const now = wiring.clock.now();
  return withScope(wiring, actor, async (tx) => {
    await lockFundBook(tx, { schoolId, book });
    const place = placeOf({ schoolId, book, what: "key" });
    const row = (await listFundAccounts(tx, { schoolId, book })).find(isCurrent);
    if (row?.secret_key && unseal(sealSecret, place, row.secret_key) === key) return done(null);
    if ((row?.id ?? "") !== shown.accountId || (row?.revision ?? 0) !== shown.seen) return refused("changed_before");
    const accountId = await takeUp(tx, { schoolId, book, stripeAccount: stripeAccount.value, now });
    if (accountId === undefined) return refused("account_taken");
    const sealed = seal(sealSecret, place, key);
    await putAccountKey(tx, { schoolId, accountId, secretKey: sealed, keyHint: key.slice(-HINT_LENGTH), now });
    if (ofServer.value === "this school") await adoptGiftsOfServer(tx, { schoolId, book, accountId });
    await recordAct(tx, { actor, noun: "fund", nounId: schoolId, transition: `connect ${book}`, now });
    return done(null);
  });
}

/** The account takes gifts, or would with a key. */
const isCurrent = ({ replaced_at, ended_at }: FundAccountRow) => replaced_at === null && ended_at === null;

/** Tries a key, and asks Stripe for the account it belongs to. */
async function askWhose(
  payments: Payments,
  key: string,
): Promise<Outcome<string, "key_refused" | "rights_missing" | "account_unread" | "payments_away">> {
  const lacks = await payments.findMissingRights(key);
  if (!lacks.ok) return refused(lacks.reason === "unavailable" ? "payments_away" : "key_refused");
  if (lacks.value.length > 0) return refused("rights_missing", { rights: lacks.value.join(", ") });
  const named = await payments.nameAccount(key);
  if (named.ok) return named;
  return refused(named.reason === "unavailable" ? "payments_away" : "account_unread");
}

/** Whether it is the account that the settings of the server name, for this school; for another school it is taken. */
async function askServer(
  { wiring, payments, actor, book }: { wiring: Wiring; payments: Payments; actor: StaffActor; book: Book },
  stripeAccount: string,
): Promise<Outcome<"this school" | "nobody", "account_taken" | "payments_away">> {
  const { env } = wiring;
  const schoolId = env.payments?.account?.schoolId ?? actor.schoolId;
  const account = accountOfServer(env, { schoolId, book });
  if (!account) return done("nobody");
  const named = await payments.nameAccount(account.key);
  if (!named.ok && named.reason === "unavailable") return refused("payments_away");
  if (!named.ok || named.value !== stripeAccount) return done("nobody");
  return schoolId === actor.schoolId ? done("this school") : refused("account_taken");
}

/** The row of an account that takes gifts from now on, an old one or a new one; undefined when another school has it. */
async function takeUp(
  tx: ScopeTx,
  { stripeAccount, ...of }: { schoolId: string; book: Book; stripeAccount: string; now: Date },
): Promise<string | undefined> {
  const known = (await listFundAccounts(tx, of)).find((row) => row.stripe_account === stripeAccount);
  if (known && isCurrent(known)) return known.id;
  const accountId = known?.id ?? (await insertFundAccount(tx, { stripeAccount, ...of }));
  if (accountId !== undefined) await replaceFundAccount(tx, of);
  return accountId;
}
