import { addDays, type CivilDate } from "../time";

/**
 * Somebody who was written to or called and never answered is forgotten so many days after the last mail, call or note: as long as
 * what a family told of somebody whom they introduced.
 */
export const FORGET_UNANSWERED_DAYS = 90;

/** The contact's page says so for so many days before: time for one more call. */
const SAID_BEFORE_DAYS = 30;

/** The civil day on which somebody is forgotten of whom nothing was heard, and nothing written down since `lastOn`. */
export function forgottenOn(lastOn: CivilDate): CivilDate {
  return addDays(lastOn, FORGET_UNANSWERED_DAYS);
}

/** The same where it is near enough to be said; null before. */
export function forgottenSoonOn(lastOn: CivilDate, today: CivilDate): CivilDate | null {
  const on = forgottenOn(lastOn);
  return on <= addDays(today, SAID_BEFORE_DAYS) ? on : null;
}
