import { addDays, type CivilDate } from "../time";
import type { Clearance } from "./cleared";
import { checkStanding, SOON_DAYS } from "./standing";

/** Days before the end of a check on which somebody hears of it: once each, the last one a week before. */
export const REMINDER_DAYS = [SOON_DAYS, 30, 7] as const;
export type ReminderDays = (typeof REMINDER_DAYS)[number];

export interface EndingCheck {
  type: string;
  endsOn: CivilDate;
  /** The reminder that is due: the last whose day has come. */
  days: ReminderDays;
  /** A renewal was begun and is not finished. */
  isRenewing: boolean;
}

/** The checks of one mentor, of the kinds that a school asks for, that count today and end soon; the first to end first. */
export function endingChecks(
  own: readonly Clearance[],
  { types, on }: { types: readonly string[]; on: CivilDate },
): EndingCheck[] {
  return types
    .flatMap((type): EndingCheck[] => {
      const ofType = own.filter((row) => row.type === type);
      const { state, endsOn } = checkStanding(ofType, { types: [type], on });
      const days = endsOn === null ? undefined : REMINDER_DAYS.findLast((mark) => endsOn <= addDays(on, mark));
      if (state !== "ending" || endsOn === null || days === undefined) return [];
      return [{ type, endsOn, days, isRenewing: ofType.some(({ result }) => result === "pending") }];
    })
    .toSorted((a, b) => (a.endsOn < b.endsOn ? -1 : Number(a.endsOn > b.endsOn)));
}
