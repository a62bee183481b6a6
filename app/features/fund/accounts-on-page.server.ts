import { listKnownAccounts } from "~/steps/fund-account.server";
import type { Wiring } from "~/wiring";
import { listGiftsAtAccount, listLeftInvoices } from "~db/account-gifts.server";
import { type FundAccountRow, listFundAccounts } from "~db/fund-accounts.server";
import type { Book } from "~db/fund-books.server";
import type { ScopeTx } from "~db/scope.server";

/** An account as an admin reads of it: of its key and secrets only how they end. */
export interface AccountOnPage {
  accountId: string;
  revision: number;
  /** How Stripe names it; "" until this was asked. */
  stripeAccount: string;
  hasKey: boolean;
  keyHint: string;
  /** How the valid webhook secrets end, the newest first. */
  secretHints: string[];
  connectedAt: string;
  replacedAt: string | null;
  endedAt: string | null;
  /** Gifts that are promised, invoiced, on their way or disputed there. */
  underWay: { id: string; standing: string; minor: number; currency: string }[];
  /** Gifts whose invoice may still be paid there, although it was ended. */
  leftInvoices: AccountOnPage["underWay"];
}

const HINT_LENGTH = 4;

/** The account of a book that takes gifts, if there is one, and those that were there before it. */
export async function accountsOnPage(
  tx: ScopeTx,
  wiring: Wiring,
  of: { schoolId: string; book: Book },
): Promise<{ current: AccountOnPage | null; before: AccountOnPage[] }> {
  const known = await listKnownAccounts(tx, wiring, of);
  const shown: AccountOnPage[] = [];
  for (const row of await listFundAccounts(tx, of)) {
    const secrets = known.find(({ accountId }) => accountId === row.id)?.secrets ?? [];
    const underWay = await listGiftsAtAccount(tx, { schoolId: of.schoolId, accountId: row.id });
    const leftInvoices =
      row.ended_at === null ? [] : await listLeftInvoices(tx, { schoolId: of.schoolId, accountId: row.id });
    const secretHints = secrets.map((secret) => secret.slice(-HINT_LENGTH));
    shown.push({ ...wordsOf(row), secretHints, underWay, leftInvoices });
  }
  const isCurrent = ({ replacedAt, endedAt }: AccountOnPage) => replacedAt === null && endedAt === null;
  return { current: shown.find(isCurrent) ?? null, before: shown.filter((account) => !isCurrent(account)) };
}

function wordsOf(row: FundAccountRow): Omit<AccountOnPage, "secretHints" | "underWay" | "leftInvoices"> {
  return {
    accountId: row.id,
    revision: row.revision,
    stripeAccount: row.stripe_account ?? "",
    hasKey: row.secret_key !== null,
    keyHint: row.key_hint,
    connectedAt: row.connected_at,
    replacedAt: row.replaced_at,
    endedAt: row.ended_at,
  };
}
