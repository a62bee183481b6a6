/** Pictures of receipts kept with one need. */
export const MOST_RECEIPTS = 5;
