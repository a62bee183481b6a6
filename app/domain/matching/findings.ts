/** Why a pair may not be matched. */
export type BlockerCode =
  | "not_published"
  | "no_open_place"
  | "kind_not_pursued"
  | "kind_not_for_grade"
  | "grade_out_of_range"
  | "too_young"
  | "no_common_day"
  | "no_day_left"
  | "too_far"
  | "already_there"
  | "mentor_suspended"
  | "mentor_not_clear"
  | "forbidden_pair";

/** What somebody has to see to, though the pair may be matched and approved. */
export type NoteCode =
  | "clearance_missing"
  | "clearance_expired"
  | "clearance_pending"
  | "no_mentor"
  | "language_support"
  | "age_unknown"
  | "days_unknown"
  | "location_unknown"
  | "may_be_far";

/** The datum behind a code, for the sentence that translates it. Weekdays are ISO numbers. */
export type Datum = Readonly<Record<string, string | number | readonly number[] | readonly string[]>>;

export interface Finding<Code extends string> {
  code: Code;
  data: Datum;
}

type Shown = "shown" | "not_available" | "withheld";

/**
 * What a student may know (section 4 of the domain); staff read everything, and to a mentor the engine speaks of the disclosure
 * alone (`whyForHost`). `not_available` replaces the code and drops its datum; a withheld note is not shown at all, since it
 * stops nobody from asking.
 */
const TO_STUDENT: Readonly<Record<BlockerCode | NoteCode, Shown>> = {
  not_published: "shown",
  no_open_place: "shown",
  kind_not_pursued: "shown",
  kind_not_for_grade: "shown",
  grade_out_of_range: "shown",
  too_young: "shown",
  no_common_day: "shown",
  no_day_left: "shown",
  too_far: "shown",
  already_there: "shown",
  mentor_suspended: "not_available",
  mentor_not_clear: "not_available",
  forbidden_pair: "not_available",
  clearance_missing: "withheld",
  clearance_expired: "withheld",
  clearance_pending: "withheld",
  no_mentor: "shown",
  language_support: "withheld",
  age_unknown: "withheld",
  days_unknown: "shown",
  location_unknown: "shown",
  may_be_far: "shown",
};

/** Findings as the student may read them; `not_available` stands at most once, last. */
export function findingsForStudent<Code extends BlockerCode | NoteCode>(
  findings: readonly Finding<Code>[],
): Finding<Code | "not_available">[] {
  const shown = findings.filter(({ code }) => TO_STUDENT[code] === "shown");
  const hidden = findings.some(({ code }) => TO_STUDENT[code] === "not_available");
  return hidden ? [...shown, { code: "not_available", data: {} }] : shown;
}
