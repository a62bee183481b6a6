/** What varies by school, with defaults that work. A school stores only what it changed. */
export interface SchoolSettings {
  /** Pursuit places per seat (`c` of the domain): how many students may go after one seat at once. */
  placesPerSeat: number;
  /** Live pursuits a student may have at once (`K`). */
  livePursuitLimit: number;
  /** Days an approval waits for consent and contact before it expires. */
  approvalDays: number;
  /** Days a suggestion waits for the student's answer. */
  suggestionDays: number;
  /** Days without a sign of life after which a mentor is asked "still open?". */
  stillOpenDays: number;
  /** Minutes one way, unless the family set its own limit. */
  travelLimitMinutes: number;
  clearanceBeforeShadowDay: boolean;
  participateConsentForInterviews: boolean;
  advisorEndorses: boolean;
  /** No mail to mentors and families between these hours of the school's clock (0-23). */
  quietFromHour: number;
  quietToHour: number;
}

export const DEFAULT_SETTINGS: SchoolSettings = {
  placesPerSeat: 1,
  livePursuitLimit: 3,
  approvalDays: 21,
  suggestionDays: 10,
  stillOpenDays: 120,
  travelLimitMinutes: 45,
  clearanceBeforeShadowDay: true,
  participateConsentForInterviews: false,
  advisorEndorses: false,
  quietFromHour: 20,
  quietToHour: 8,
};

/** Defaults with a school's overrides on top; unknown keys and values of another type are ignored. */
export function settingsFrom(overrides: Readonly<Record<string, unknown>>): SchoolSettings {
  const known = Object.entries(DEFAULT_SETTINGS).map(([key, fallback]) => {
    const own = overrides[key];
    return [key, typeof own === typeof fallback ? own : fallback];
  });
  return Object.fromEntries(known) as SchoolSettings;
}
