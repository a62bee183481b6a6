import type { Datum } from "~/domain/matching/findings";

/** Further than this is another city: nobody plans such a way by the minute. */
const FAR_AWAY_MINUTES = 180;

/** The context of a sentence about a way (i18next `context`): `away` leaves the minutes out. */
export function farAway({ minutes }: Datum): { context?: "away" } {
  return typeof minutes === "number" && minutes > FAR_AWAY_MINUTES ? { context: "away" } : {};
}
