import { daysLater } from "~/clock";
import { ENDORSE_WITHIN_DAYS } from "~/domain/pursuit/endorsement";

/** Since when an advisor has to have had a request before it waits for the coordinators as well. */
export function advisorsHadSince(now: Date): Date {
  return daysLater(now, -ENDORSE_WITHIN_DAYS);
}
