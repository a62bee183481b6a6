import type { Actor } from "~/domain/actor";
import { mayUseFund } from "~/domain/fund/policy";
import { type Outcome, refused } from "~/domain/outcome";
import type { Wiring } from "~/wiring";
import { getFund } from "~db/fund-books.server";
import { withScope } from "~db/scope.server";
import { type Checked, type CheckRefusal, checkBook } from "./check-book.server";

export type CheckFundRefusal = CheckRefusal | "not_permitted";

/** Staff compare the fund with Stripe now, instead of waiting for the night. */
export async function checkFund(wiring: Wiring, actor: Actor): Promise<Outcome<Checked, CheckFundRefusal>> {
  if (!mayUseFund(actor)) return refused("not_permitted");
  const { schoolId } = actor;
  const { book } = await withScope(wiring, actor, (tx) => getFund(tx, { schoolId }));
  return checkBook(wiring, actor, { book });
}
