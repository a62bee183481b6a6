/** Days after a merge in which it can be undone; the sweep keeps what an undo needs as long (`db/retention.server.ts`). */
export const UNDO_DAYS = 7;
