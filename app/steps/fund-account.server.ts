import { standInKey, standInSecret } from "~/domain/fund/stand-in-account";
import type { Wiring } from "~/wiring";
import { hasGiftsAtServer } from "~db/account-gifts.server";
import { type FundAccountRow, listFundAccounts } from "~db/fund-accounts.server";
import type { Book } from "~db/fund-books.server";
import { type Gift, listGiftReferences } from "~db/gifts.server";
import type { ScopeTx } from "~db/scope.server";
import { unseal } from "./seal.server";

/** An account at Stripe as the school has it now. */
export interface KnownAccount {
  /** Its row; null for the account that the settings of the server name, or the stand-in. */
  accountId: string | null;
  /** Null where it was forgotten, or cannot be opened. */
  key: string | null;
  /** Secrets that may sign events, the newest first. */
  secrets: string[];
  /** New gifts are paid here. */
  isCurrent: boolean;
  /** When its key was entered; null for the account that the settings of the server name. */
  connectedAt: string | null;
}

/** One with a key, which can be asked. */
export type FundAccount = KnownAccount & { key: string };

interface OfBook {
  schoolId: string;
  book: Book;
}

/** Where a sealed secret belongs. */
export function placeOf({ schoolId, book, what }: OfBook & { what: "key" | "webhook" }): string {
  return `${schoolId} ${book} ${what}`;
}

/**
 * The school's accounts at Stripe for a book, the one that takes gifts first: those that were replaced still hold gifts. In local mode the
 * stand-in knows an account of every school, so that everything can be tried without a key; in live mode a school without a key of
 * its own uses the account that the settings name for it, and for no other school. A school that has one of its own gives to no other
 * account: not even while its key cannot be opened, or donations would go to somebody else.
 */
export async function listKnownAccounts(tx: ScopeTx, { env }: Wiring, of: OfBook): Promise<KnownAccount[]> {
  if (!env.payments) return [];
  const { sealSecret } = env.payments;
  const rows = (await listFundAccounts(tx, of)).filter((row) => row.ended_at === null);
  const own = rows.map((row) => openRow(row, of, sealSecret));
  const server = accountOfServer(env, of);
  const hasOwn = own.some(({ isCurrent }) => isCurrent);
  if (server && (!hasOwn || (await hasGiftsAtServer(tx, of)))) own.push({ ...server, isCurrent: !hasOwn });
  return own.sort((one, other) => Number(other.isCurrent) - Number(one.isCurrent));
}

/** The account that takes gifts of a book now; null while none is connected. */
export async function openFundAccount(tx: ScopeTx, wiring: Wiring, of: OfBook): Promise<FundAccount | null> {
  const current = (await listKnownAccounts(tx, wiring, of)).find(({ isCurrent }) => isCurrent);
  return current && hasKey(current) ? current : null;
}

/** The account at which a gift is paid; null while it cannot be asked. One of which Stripe knows nothing yet uses the one that takes gifts. */
export async function openGiftAccount(
  tx: ScopeTx,
  wiring: Wiring,
  gift: Pick<Gift, "school_id" | "id" | "book" | "account_id">,
): Promise<FundAccount | null> {
  const of = { schoolId: gift.school_id, book: gift.book as Book };
  const isTied = await isTiedToAccount(tx, gift);
  const known = await listKnownAccounts(tx, wiring, of);
  const account = known.find(({ accountId, isCurrent }) => (isTied ? accountId === gift.account_id : isCurrent));
  return account && hasKey(account) ? account : null;
}

/** Whether an account may be the one at which a gift is paid: it is, or nothing at Stripe is known of the gift yet. */
export async function mayBePaidAt(
  tx: ScopeTx,
  gift: Pick<Gift, "school_id" | "id" | "account_id">,
  accountId: string | null,
): Promise<boolean> {
  return gift.account_id === accountId || !(await isTiedToAccount(tx, gift));
}

async function isTiedToAccount(tx: ScopeTx, gift: Pick<Gift, "school_id" | "id" | "account_id">): Promise<boolean> {
  if (gift.account_id !== null) return true;
  return (await listGiftReferences(tx, { schoolId: gift.school_id, giftId: gift.id })).length > 0;
}

/** Whether an account can be asked. */
export function hasKey(account: KnownAccount): account is FundAccount {
  return account.key !== null;
}

function openRow(row: FundAccountRow, of: OfBook, sealSecret: string | null): KnownAccount {
  const open = (what: "key" | "webhook", sealed: Buffer | null) =>
    sealed === null || sealSecret === null ? null : unseal(sealSecret, placeOf({ ...of, what }), sealed);
  return {
    accountId: row.id,
    key: open("key", row.secret_key),
    secrets: row.webhook_secrets.map((sealed) => open("webhook", sealed)).filter((text) => text !== null),
    isCurrent: row.replaced_at === null,
    connectedAt: row.connected_at,
  };
}

/** The account that the settings of the server name for a school, or that the stand-in has for it; null where there is none. */
export function accountOfServer(
  { mode, payments }: Wiring["env"],
  { schoolId, book }: OfBook,
): Omit<FundAccount, "isCurrent"> | null {
  if (mode === "local")
    return book === "test" ? serverAccount({ key: standInKey(schoolId), secrets: [standInSecret(schoolId)] }) : null;
  const account = payments?.account;
  if (!account || account.schoolId !== schoolId || !account.key.includes(`_${book}_`)) return null;
  return serverAccount(account);
}

function serverAccount({ key, secrets }: { key: string; secrets: string[] }): Omit<FundAccount, "isCurrent"> {
  return { accountId: null, key, secrets, connectedAt: null };
}
