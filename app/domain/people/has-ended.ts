import type { CivilDate } from "../time";

/** Whether something dated, whose last day still counts, is over on a day. Without a last day it never is. */
export function hasEnded(lastDay: CivilDate | null, on: CivilDate): boolean {
  return lastDay !== null && lastDay < on;
}
