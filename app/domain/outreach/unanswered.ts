import { addDays, type CivilDate } from "../time";

/**
 * Somebody who was written to or called and never answered is forgotten so many days after the last mail, call or note: as long as
 * what a family told of somebody whom they introduced.
 */
export const FORGET_UNANSWERED_DAYS = 90;

/** The list and the contact's page say so for so many days before: time for one more call. */
export const SAID_BEFORE_DAYS = 30;

/** Somebody who was asked and of whom nothing was heard. */
export interface Unanswered {
  /** The civil day on which something was last written down. */
  lastOn: CivilDate;
  /** Nobody is forgotten before it; null for whoever was written down when the rule was there. */
  keptUntil: CivilDate | null;
}

/** The civil day on which somebody is forgotten who never answers. */
export function forgottenOn({ lastOn, keptUntil }: Unanswered): CivilDate {
  const on = addDays(lastOn, FORGET_UNANSWERED_DAYS);
  return keptUntil !== null && keptUntil > on ? keptUntil : on;
}

/** The same where it is near enough to be said; null before. */
export function forgottenSoonOn(unanswered: Unanswered, today: CivilDate): CivilDate | null {
  const on = forgottenOn(unanswered);
  return on <= addDays(today, SAID_BEFORE_DAYS) ? on : null;
}
