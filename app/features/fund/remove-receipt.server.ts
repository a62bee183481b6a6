import type { Actor } from "~/domain/actor";
import { mayUseFund } from "~/domain/fund/policy";
import { done, type Outcome, refused } from "~/domain/outcome";
import type { Wiring } from "~/wiring";
import { recordAct } from "~db/audit.server";
import { deleteReceipt } from "~db/fund-receipts.server";
import { withScope } from "~db/scope.server";

/** Takes away a picture that was added by mistake, or shows more than a receipt. */
export async function removeReceipt(
  wiring: Wiring,
  actor: Actor,
  { receiptId }: { receiptId: string },
): Promise<Outcome<null, "not_permitted" | "not_found">> {
  if (!mayUseFund(actor)) return refused("not_permitted");
  const { schoolId } = actor;
  const now = wiring.clock.now();
  return withScope(wiring, actor, async (tx) => {
    const allocationId = await deleteReceipt(tx, { schoolId, receiptId });
    if (allocationId === undefined) return refused("not_found");
    await recordAct(tx, { actor, noun: "allocation", nounId: allocationId, transition: "remove receipt", now });
    return done(null);
  });
}
