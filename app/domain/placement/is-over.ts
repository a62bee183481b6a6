import type { CivilDate } from "../time";

/** Whether the last day of a placement is past on a day where the school is. One without a last day is never over. */
export function isOver({ ends_on }: { ends_on: CivilDate | null }, on: CivilDate): boolean {
  return ends_on !== null && ends_on < on;
}
