import { standInKey, standInSecret } from "~/domain/fund/stand-in-account";
import type { Wiring } from "~/wiring";
import { type Book, findFundBook } from "~db/fund-books.server";
import type { ScopeTx } from "~db/scope.server";
import { unseal } from "./seal.server";

export interface FundAccount {
  key: string;
  /** Secrets that may sign events, the newest first. */
  secrets: string[];
}

/** Where a sealed secret belongs. */
export function placeOf({ schoolId, book, what }: { schoolId: string; book: Book; what: "key" | "webhook" }): string {
  return `${schoolId} ${book} ${what}`;
}

/**
 * The school's account at Stripe for a book, opened; null while none is connected. In local mode the stand-in knows an account
 * of every school, so that everything can be tried without a key; in live mode a school without a key of its own uses the
 * account that the settings name for it, and for no other school. A school that has a key never gets another account: not even while its key
 * cannot be opened, or donations would go to somebody else.
 */
export async function openFundAccount(
  tx: ScopeTx,
  { env }: Wiring,
  { schoolId, book }: { schoolId: string; book: Book },
): Promise<FundAccount | null> {
  if (!env.payments) return null;
  const { sealSecret } = env.payments;
  const row = await findFundBook(tx, { schoolId, book });
  if (!row?.secret_key) return accountOfServer(env, { schoolId, book });
  if (sealSecret === null) return null;
  const key = unseal(sealSecret, placeOf({ schoolId, book, what: "key" }), row.secret_key);
  const place = placeOf({ schoolId, book, what: "webhook" });
  const secrets = row.webhook_secrets
    .map((sealed) => unseal(sealSecret, place, sealed))
    .filter((text) => text !== null);
  return key === null ? null : { key, secrets };
}

function accountOfServer(
  { mode, payments }: Wiring["env"],
  { schoolId, book }: { schoolId: string; book: Book },
): FundAccount | null {
  if (mode === "local")
    return book === "test" ? { key: standInKey(schoolId), secrets: [standInSecret(schoolId)] } : null;
  const account = payments?.account;
  if (!account || account.schoolId !== schoolId || !account.key.includes(`_${book}_`)) return null;
  return { key: account.key, secrets: account.secrets };
}
