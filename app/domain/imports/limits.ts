/** What one file may hold. More is split by whoever sends it: a person has to review what comes in. */
export const MOST_BYTES = 12 * 1024 * 1024;
export const MOST_ROWS = 20_000;
/** Rows of a travel table, which nobody reviews one by one: all ways of a district fit, as far as its bytes do. */
export const MOST_TRAVEL_ROWS = 100_000;
export const MOST_COLUMNS = 200;
/** A copy of people's data that waits for nobody: whoever means to bring a file in does so within a working week, and sends it anew otherwise. */
export const UNCONFIRMED_DAYS = 7;
/** Rows a preview shows on one page. */
export const PREVIEW_ROWS = 50;
/** Rows that become placements in one transaction: what a crash can undo, and how often progress moves. */
export const BATCH_ROWS = 100;
