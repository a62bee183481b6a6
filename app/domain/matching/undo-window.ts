import { minutes } from "../time";

/**
 * How long an approval on the board waits before anything comes of it. Chosen: long enough to notice a wrong tick among
 * many, short against the days a family takes to answer.
 */
export const UNDO_WINDOW = minutes(2);
