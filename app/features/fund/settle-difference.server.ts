import type { Actor } from "~/domain/actor";
import { mayRunFund } from "~/domain/fund/policy";
import { done, type Outcome, refused } from "~/domain/outcome";
import { postOthers } from "~/steps/post-others.server";
import type { Wiring } from "~/wiring";
import { recordAct } from "~db/audit.server";
import { lockFundBook } from "~db/fund-books.server";
import { countOpenDifferences, findBookOfDifference, settleOpenDifference } from "~db/fund-checks.server";
import { withScope } from "~db/scope.server";
import { closeTasksOf } from "~db/staff-tasks.server";

export type SettleRefusal = "not_permitted" | "not_found" | "note_missing" | "changed_before";

/**
 * The business office says what a line of Stripe's balance was that belongs to no gift, or what else lies there, such as money from
 * before the fund: from now on the ledger holds it for others, so that its balance at Stripe is Stripe's. The task ends with the last one.
 * What is said is said of the figures that were seen (minor units): a check may have written others meanwhile.
 */
export async function settleDifference(
  wiring: Wiring,
  actor: Actor,
  { differenceId, note, ...seen }: { differenceId: string; note: string; stripeMinor: number; ledgerMinor: number },
): Promise<Outcome<null, SettleRefusal>> {
  if (!mayRunFund(actor)) return refused("not_permitted");
  const words = note.trim();
  if (words === "") return refused("note_missing");
  const { schoolId, personId: by } = actor;
  const now = wiring.clock.now();
  return withScope(wiring, actor, async (tx) => {
    const book = await findBookOfDifference(tx, { schoolId, differenceId });
    if (book === undefined) return refused("not_found");
    // The book first, as a check does, so that the two never wait for each other.
    await lockFundBook(tx, { schoolId, book });
    const settled = await settleOpenDifference(tx, { schoolId, differenceId, ...seen, by, note: words, now });
    if (settled === undefined) return refused("changed_before");
    const { kind, reference: balanceLine, currency, stripe_minor, ledger_minor } = settled;
    const minor = stripe_minor - ledger_minor;
    if (kind === "unknown_line" || kind === "whole_balance")
      await postOthers(tx, { actor, book, balanceLine, minor, currency, cause: "settle difference", now });
    await recordAct(tx, { actor, noun: "fund", nounId: schoolId, transition: "settle difference", now });
    if ((await countOpenDifferences(tx, { schoolId, book })) === 0)
      await closeTasksOf(tx, { schoolId, dedupeKey: `fund_difference:${book}`, note: words, now });
    return done(null);
  });
}
