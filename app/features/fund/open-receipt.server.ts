import type { Actor } from "~/domain/actor";
import { mayUseFund } from "~/domain/fund/policy";
import { done, type Outcome, refused } from "~/domain/outcome";
import type { Wiring } from "~/wiring";
import { findReceipt } from "~db/fund-receipts.server";
import { withScope } from "~db/scope.server";

/** The picture of a receipt, for those who use the fund. */
export async function openReceipt(
  wiring: Wiring,
  actor: Actor,
  { receiptId }: { receiptId: string },
): Promise<Outcome<{ kind: string; content: Uint8Array }, "not_permitted" | "not_found">> {
  if (!mayUseFund(actor)) return refused("not_permitted");
  const { schoolId } = actor;
  return withScope(wiring, actor, async (tx) => {
    const receipt = await findReceipt(tx, { schoolId, receiptId });
    return receipt ? done({ kind: receipt.kind, content: receipt.content }) : refused("not_found");
  });
}
