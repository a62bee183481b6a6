import type { Actor } from "~/domain/actor";
import { MOST_RECEIPTS } from "~/domain/fund/most-receipts";
import { mayUseFund } from "~/domain/fund/policy";
import { done, type Outcome, refused } from "~/domain/outcome";
import { type PictureFault, readPicture } from "~/domain/picture/read-picture";
import type { Wiring } from "~/wiring";
import { recordAct } from "~db/audit.server";
import { lockAllocation } from "~db/fund-allocations.server";
import { insertReceipt, listReceipts } from "~db/fund-receipts.server";
import { withScope } from "~db/scope.server";

export type AddReceiptRefusal = "not_permitted" | "not_found" | "not_paid" | "too_many_receipts" | PictureFault;

/** Keeps a picture of the receipt with what was paid for a need. */
export async function addReceipt(
  wiring: Wiring,
  actor: Actor,
  { allocationId, file }: { allocationId: string; file: Uint8Array },
): Promise<Outcome<null, AddReceiptRefusal>> {
  if (!mayUseFund(actor)) return refused("not_permitted");
  const { schoolId, personId: by } = actor;
  const now = wiring.clock.now();
  const picture = readPicture(file);
  return withScope(wiring, actor, async (tx) => {
    const allocation = await lockAllocation(tx, { schoolId, allocationId });
    if (!allocation) return refused("not_found");
    // Of a student who left nothing is kept that may name them.
    if (allocation.state !== "disbursed" || allocation.student_id === null) return refused("not_paid");
    if (!picture.ok) return picture;
    const kept = await listReceipts(tx, { schoolId, allocationIds: [allocationId] });
    if (kept.length >= MOST_RECEIPTS) return refused("too_many_receipts");
    await insertReceipt(tx, { schoolId, allocationId, picture: picture.value, by, now });
    await recordAct(tx, { actor, noun: "allocation", nounId: allocationId, transition: "add receipt", now });
    return done(null);
  });
}
