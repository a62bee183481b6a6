import type { PairIds } from "~/domain/matching/evidence";
import type { Lock } from "~/domain/matching/plan-types";
import type { RulingRow } from "~db/pair-rulings.server";

export function toPair({ student_id, listing_id }: Pick<RulingRow, "student_id" | "listing_id">): PairIds {
  return { studentId: student_id, listingId: listing_id };
}

export function toLock(row: RulingRow): Lock {
  const pair = toPair(row);
  return row.overrides ? { ...pair, override: { actorId: row.ruled_by ?? "", reason: row.reason } } : pair;
}
