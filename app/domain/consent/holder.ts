import { ageOn, type CivilDate } from "../time";

/** Years of age from which a student holds the rights over their own records (FERPA, 34 CFR 99.5). */
export const AGE_OF_OWN_RIGHTS = 18;

/**
 * Whether a student consents for themselves on a civil date (YYYY-MM-DD); from that day on no guardian can, and what
 * guardians gave before no longer counts. An unknown birthday counts as a minor's.
 */
export function holdsOwnRights(bornOn: CivilDate | null, on: CivilDate): boolean {
  return bornOn !== null && ageOn(bornOn, on) >= AGE_OF_OWN_RIGHTS;
}

interface FamilyReading {
  bornOn: CivilDate | null;
  /** The right of the guardian's link. */
  maySeeRecords: boolean;
  /** What the student has chosen for the time from 18 on. */
  studentLetsSee: boolean;
}

/**
 * Whether a guardian reads a student's records on a civil date: before 18 as the link says; from then on only where the student
 * lets them besides (FERPA, 34 CFR 99.5 and 99.30).
 */
export function maySeeRecordsOn({ bornOn, maySeeRecords, studentLetsSee }: FamilyReading, on: CivilDate): boolean {
  return maySeeRecords && (studentLetsSee || !holdsOwnRights(bornOn, on));
}
