/** Days after a merge in which it can be undone; the sweep keeps what an undo needs as long (`db/retention.server.ts`). */
export const UNDO_DAYS = 7;

/** Why a merge of any noun is not undone. */
export const UNDO_FAULTS = [
  "undone_already",
  "too_late",
  "merged_since",
  "later_first",
  "name_taken",
  "suspended_since",
  "leaving_since",
  "grown_since",
  "answered_since",
  "seated_since",
  "tie_changed_since",
  "left_since",
  "hangs_since",
  "own",
  "acted_since",
] as const;
export type UndoFault = (typeof UNDO_FAULTS)[number];
