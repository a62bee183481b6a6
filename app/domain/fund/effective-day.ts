import type { CivilDate } from "../time";

/**
 * The day on which an entry counts, by which months and fiscal years go: the day on which it happened, however late it was
 * entered, but never one to come, and never one before the newest entry about the same gift, need or payout (`lastDay`).
 */
export function effectiveDay({
  happenedOn,
  lastDay,
  today,
}: {
  happenedOn: CivilDate;
  lastDay: CivilDate | null;
  today: CivilDate;
}): CivilDate {
  const day = happenedOn > today ? today : happenedOn;
  return lastDay !== null && lastDay > day ? lastDay : day;
}
