import { DECK_VERSION } from "~/domain/interest/finder/deck";
import { findNewestSitting, insertSitting } from "~db/interest-sittings.server";
import type { ScopeTx } from "~db/scope.server";

/** Begins the next time through the cards, read by whom the last one was. The caller holds the student's lock. */
export async function beginSitting(
  tx: ScopeTx,
  { schoolId, studentId, now }: { schoolId: string; studentId: string; now: Date },
): Promise<string> {
  const newest = await findNewestSitting(tx, { schoolId, studentId });
  return insertSitting(tx, {
    schoolId,
    studentId,
    version: (newest?.version ?? 0) + 1,
    deckVersion: DECK_VERSION,
    forAdvisor: newest?.for_advisor ?? false,
    forFamily: newest?.for_family ?? false,
    now,
  });
}
