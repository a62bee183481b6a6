import type { Book } from "./fund-books.server";
import type { ScopeTx } from "./scope.server";

/** How a check ended at an account: compared to the end, without a key to ask with, refused by Stripe, or not answered. */
export type AccountResult = "complete" | "no_key" | "refused" | "unavailable";

/** `accountId` is null for the account that the settings of the server name. */
export interface CheckedAccount {
  accountId: string | null;
  result: AccountResult;
}

/** Writes down how a check ended at each account. */
export async function insertCheckedAccounts(
  tx: ScopeTx,
  { schoolId, checkId, accounts }: { schoolId: string; checkId: string; accounts: readonly CheckedAccount[] },
): Promise<void> {
  if (accounts.length === 0) return;
  await tx
    .insertInto("fund_check_accounts")
    .values(
      accounts.map(({ accountId, result }) => ({
        ...{ school_id: schoolId, check_id: checkId },
        ...{ account_id: accountId, result },
      })),
    )
    .execute();
}

/** For each account of a book that was ever compared to the end: when the newest such check began. */
export async function listCheckedUpTo(
  tx: ScopeTx,
  { schoolId, book }: { schoolId: string; book: Book },
): Promise<ReadonlyMap<string | null, string>> {
  const rows = await tx
    .selectFrom("fund_check_accounts as a")
    .innerJoin("fund_checks as c", (join) =>
      join.onRef("c.school_id", "=", "a.school_id").onRef("c.id", "=", "a.check_id"),
    )
    .select((eb) => ["a.account_id", eb.fn.max("c.started_at").as("at")])
    .where("a.school_id", "=", schoolId)
    .where("c.book", "=", book)
    .where("a.result", "=", "complete")
    .groupBy("a.account_id")
    .orderBy("a.account_id")
    .execute();
  return new Map(rows.map(({ account_id: accountId, at }) => [accountId, at]));
}

/** The accounts that these checks did not compare to the end, and why. */
export async function listUnasked(
  tx: ScopeTx,
  { schoolId, checkIds }: { schoolId: string; checkIds: readonly string[] },
): Promise<
  (CheckedAccount & { checkId: string; result: Exclude<AccountResult, "complete">; stripeAccount: string })[]
> {
  if (checkIds.length === 0) return [];
  const rows = await tx
    .selectFrom("fund_check_accounts as a")
    .leftJoin("fund_accounts as f", (join) =>
      join.onRef("f.school_id", "=", "a.school_id").onRef("f.id", "=", "a.account_id"),
    )
    .select(["a.check_id", "a.account_id", "a.result", "f.stripe_account"])
    .where("a.school_id", "=", schoolId)
    .where("a.check_id", "in", [...checkIds])
    .where("a.result", "<>", "complete")
    .orderBy("a.id")
    .execute();
  return rows.map((row) => ({
    checkId: row.check_id,
    accountId: row.account_id,
    result: row.result as Exclude<AccountResult, "complete">,
    stripeAccount: row.stripe_account ?? "",
  }));
}
