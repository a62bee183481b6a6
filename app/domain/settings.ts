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
  /** The background checks that the school asks for, one in each line, with the months for which one counts (`clearanceKinds`). */
  clearanceTypes: string;
  participateConsentForInterviews: boolean;
  advisorEndorses: boolean;
  /** Students call a host that was told about them, with somebody of the school beside them. */
  firstCalls: boolean;
  /** No mail to mentors and families between these hours of the school's clock (0-23). */
  quietFromHour: number;
  quietToHour: number;
  /** Whom to call in danger, one in each line, with a name before the number where it has one: "Child help line: 555 0100". */
  emergencyNumbers: string;
  /** Minutes until the next people are told of a concern that nobody took on. */
  concernMinutes: number;
  /** The coordinator or admin who reads first what waits in conversations; empty for all coordinators. */
  heldReaderId: string;
  /** School hours until the next people are asked about what waits there. */
  heldHours: number;
}

/** Up to a week of school. */
export const HELD_HOURS = { least: 1, most: 40 };

export const DEFAULT_SETTINGS: SchoolSettings = {
  placesPerSeat: 1,
  livePursuitLimit: 3,
  approvalDays: 21,
  suggestionDays: 10,
  stillOpenDays: 120,
  travelLimitMinutes: 45,
  clearanceBeforeShadowDay: true,
  clearanceTypes: "background_check: 24",
  participateConsentForInterviews: false,
  advisorEndorses: false,
  firstCalls: true,
  quietFromHour: 20,
  quietToHour: 8,
  emergencyNumbers: "911",
  concernMinutes: 30,
  heldReaderId: "",
  heldHours: 4,
};

/**
 * Whole numbers between which a setting has a meaning; the schema has the same ones. With no pursuit at all a student could
 * get nothing from a plan, and each place more is a round more of a slate.
 */
export const SETTING_BOUNDS: Readonly<Partial<Record<keyof SchoolSettings, { least: number; most: number }>>> = {
  placesPerSeat: { least: 1, most: 20 },
  livePursuitLimit: { least: 1, most: 20 },
  concernMinutes: { least: 5, most: 1440 },
  heldHours: HELD_HOURS,
};

/** Defaults with a school's overrides on top; unknown keys, and values of another type or out of bounds, are ignored. */
export function settingsFrom(overrides: Readonly<Record<string, unknown>>): SchoolSettings {
  const known = Object.entries(DEFAULT_SETTINGS).map(([key, fallback]) => {
    const own = overrides[key];
    const isMeant = typeof own === typeof fallback && isWithin(SETTING_BOUNDS[key as keyof SchoolSettings], own);
    return [key, isMeant ? own : fallback];
  });
  return Object.fromEntries(known) as SchoolSettings;
}

function isWithin(bounds: { least: number; most: number } | undefined, value: unknown): boolean {
  if (!bounds) return true;
  return Number.isInteger(value) && Number(value) >= bounds.least && Number(value) <= bounds.most;
}
