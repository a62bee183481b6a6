import type { Actor } from "~/domain/actor";
import { mayRunFund } from "~/domain/fund/policy";
import { done, type Outcome, refused } from "~/domain/outcome";
import { postOthers } from "~/steps/post-others.server";
import type { Wiring } from "~/wiring";
import { recordAct } from "~db/audit.server";
import { countOpenDifferences, settleOpenDifference } from "~db/fund-checks.server";
import { withScope } from "~db/scope.server";
import { closeTasksOf } from "~db/staff-tasks.server";

export type SettleRefusal = "not_permitted" | "not_found" | "note_missing";

/**
 * The business office says what a line of Stripe's balance was that belongs to no gift, or what else lies there, such as money from
 * before the fund: from now on the ledger holds it for others, so that its balance at Stripe is Stripe's. The task ends with the last one.
 */
export async function settleDifference(
  wiring: Wiring,
  actor: Actor,
  { differenceId, note }: { differenceId: string; note: string },
): Promise<Outcome<null, SettleRefusal>> {
  if (!mayRunFund(actor)) return refused("not_permitted");
  const words = note.trim();
  if (words === "") return refused("note_missing");
  const { schoolId, personId: by } = actor;
  const now = wiring.clock.now();
  return withScope(wiring, actor, async (tx) => {
    const settled = await settleOpenDifference(tx, { schoolId, differenceId, by, note: words, now });
    if (settled === undefined) return refused("not_found");
    const { book, kind, reference: balanceLine, currency, stripe_minor, ledger_minor } = settled;
    const minor = stripe_minor - ledger_minor;
    if (kind === "unknown_line" || kind === "whole_balance")
      await postOthers(tx, { actor, book, balanceLine, minor, currency, cause: "settle difference", now });
    await recordAct(tx, { actor, noun: "fund", nounId: schoolId, transition: "settle difference", now });
    if ((await countOpenDifferences(tx, { schoolId, book })) === 0)
      await closeTasksOf(tx, { schoolId, dedupeKey: `fund_difference:${book}`, note: words, now });
    return done(null);
  });
}
