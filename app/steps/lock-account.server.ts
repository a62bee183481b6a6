import { done, type Outcome, refused } from "~/domain/outcome";
import { type FundAccountRow, findFundAccount } from "~db/fund-accounts.server";
import { type Book, lockFundBook } from "~db/fund-books.server";
import type { ScopeTx } from "~db/scope.server";

/** An account as somebody saw it on a page. */
export interface SeenAccount {
  schoolId: string;
  accountId: string;
  /** The revision that the page showed. */
  seen: number;
}

/** An account of the school, with nobody else changing one of its book before the transaction ends, as it was seen. */
export async function lockAccount(
  tx: ScopeTx,
  { schoolId, accountId, seen }: SeenAccount,
): Promise<Outcome<FundAccountRow & { book: Book }, "not_found" | "changed_before">> {
  const shown = await findFundAccount(tx, { schoolId, accountId });
  if (!shown) return refused("not_found");
  const book = shown.book as Book;
  await lockFundBook(tx, { schoolId, book });
  const row = await findFundAccount(tx, { schoolId, accountId });
  return row?.revision === seen ? done({ ...row, book }) : refused("changed_before");
}
