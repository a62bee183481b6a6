import { daysLater } from "~/clock";
import { UNDO_DAYS } from "~/domain/merge/undo";
import { contactOfWhole } from "~db/contact-moves.server";
import { listMoves } from "~db/merge-moves.server";
import { listStandingMerges } from "~db/merges.server";
import type { ScopeTx } from "~db/scope.server";

export interface ContactMerge {
  id: string;
  /** Who went into this one. */
  name: string;
  mail: string;
  /** ISO instant. */
  mergedAt: string;
}

/** Who went into a contact in the last week, the latest first. */
export async function listContactMerges(
  tx: ScopeTx,
  { districtId, schoolId, contactId, now }: { districtId: string; schoolId: string; contactId: string; now: Date },
): Promise<ContactMerge[]> {
  const standing = await listStandingMerges(tx, { districtId, noun: "contact", since: daysLater(now, -UNDO_DAYS) });
  const merges: ContactMerge[] = [];
  for (const { id, gone_id: goneId, merged_at: mergedAt } of standing.filter(({ kept_id: id }) => id === contactId)) {
    const wholes = await listMoves(tx, { districtId, mergeId: id, schoolId, table: "contacts" });
    const whole = wholes.find(({ key }) => key.id === goneId)?.before;
    if (!whole) continue;
    const { fullName: name, mail } = contactOfWhole(whole);
    merges.push({ id, name, mail, mergedAt });
  }
  return merges;
}
