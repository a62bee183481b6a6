import type { StudentActor } from "~/domain/actor";
import type { Wiring } from "~/wiring";
import { withScope } from "~db/scope.server";
import { listWishRows } from "~db/wishes.server";

export interface Wish {
  listingId: string;
  title: string;
  kind: string;
  organisation: string;
  /** Who of staff noted it for the student; null where the student saved it. */
  recordedBy: string | null;
}

/** What a student saved and can still be seen, dearest first. */
export async function listWishes(wiring: Wiring, actor: StudentActor): Promise<Wish[]> {
  const rows = await withScope(wiring, actor, (tx) =>
    listWishRows(tx, { schoolId: actor.schoolId, studentId: actor.personId }),
  );
  return rows.map((row) => ({
    listingId: row.listing_id,
    title: row.title,
    kind: row.kind,
    organisation: row.organisation_name,
    recordedBy: row.recorded_by_name,
  }));
}
