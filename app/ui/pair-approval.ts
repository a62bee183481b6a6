interface PairIds {
  studentId: string;
  listingId: string;
}

/** How an approval from a ranking stands: it waits and can be undone, or it was put back, and why. */
export type PairApproval = { waits: true } | { putBack: string };

/** The approval of one pair among those about a student or a listing; null without one. */
export function approvalOf(
  { studentId, listingId }: PairIds,
  { held, putBack }: { held: readonly PairIds[]; putBack: readonly (PairIds & { fault: string })[] },
): PairApproval | null {
  const isSame = (pair: PairIds) => pair.studentId === studentId && pair.listingId === listingId;
  if (held.some(isSame)) return { waits: true };
  const back = putBack.find(isSame);
  return back ? { putBack: back.fault } : null;
}

/** What is settled about one pair, with its revision; null for a pair that nobody ruled on. */
export function rulingOf<Ruling extends PairIds>(
  { studentId, listingId }: PairIds,
  { rulings }: { rulings: readonly Ruling[] },
): Ruling | null {
  return rulings.find((pair) => pair.studentId === studentId && pair.listingId === listingId) ?? null;
}
