import { forgetGiftMails } from "./mail-recall.server";
import type { ScopeTx } from "./scope.server";

/** Empties everything that tells who gave a gift, and what they were mailed. The ledger's lines know no names. */
export async function emptyDonor(
  tx: ScopeTx,
  { schoolId, giftId, now }: { schoolId: string; giftId: string; now: Date },
): Promise<void> {
  await tx
    .updateTable("gifts")
    .set({ donor_name: "", donor_key: "", donor_mail: "", purchase_order: "", cheque_number: "", form_digest: "" })
    .set({ given_by: null, anonymous: true, link_ids: [] })
    .set({ thanks: "none", thanks_words: "", thanks_amount: false, thanks_shown_at: null })
    .where("school_id", "=", schoolId)
    .where("id", "=", giftId)
    .execute();
  await tx
    .updateTable("gift_cheques")
    .set({ number: "", why_more: "", form_digest: "" })
    .where("school_id", "=", schoolId)
    .where("gift_id", "=", giftId)
    .execute();
  await forgetGiftMails(tx, { schoolId, giftId, now });
}
