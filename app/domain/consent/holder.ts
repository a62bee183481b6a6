import { ageOn, type CivilDate } from "../time";

/** Years of age from which a student holds the rights over their own records (FERPA, 34 CFR 99.5). */
const AGE_OF_OWN_RIGHTS = 18;

/**
 * Whether a student consents for themselves on a civil date (YYYY-MM-DD); from that day on no guardian can, and what
 * guardians gave before no longer counts. An unknown birthday counts as a minor's.
 */
export function holdsOwnRights(bornOn: CivilDate | null, on: CivilDate): boolean {
  return bornOn !== null && ageOn(bornOn, on) >= AGE_OF_OWN_RIGHTS;
}
