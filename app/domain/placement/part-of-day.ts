import { minuteOf } from "../time";

export const PARTS_OF_DAY = ["morning", "afternoon", "evening", "whole_day"] as const;
export type PartOfDay = (typeof PARTS_OF_DAY)[number];

const NOON = minuteOf("12:00");
/** A morning may end with lunch; what goes on after it takes most of the day. */
const MORNING_IS_OVER = minuteOf("13:00");
const EVENING = minuteOf("17:00");

/** For which part of a day somebody has to be free who is there between two clock times of it (`HH:MM`). Throws on other texts. */
export function partOfDay({ startsAt, endsAt }: { startsAt: string; endsAt: string }): PartOfDay {
  const start = minuteOf(startsAt);
  if (start >= EVENING) return "evening";
  if (start >= NOON) return "afternoon";
  return minuteOf(endsAt) <= MORNING_IS_OVER ? "morning" : "whole_day";
}
