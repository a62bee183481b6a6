/** Why a pair may not be matched. */
export type BlockerCode =
  | "not_published"
  | "no_open_place"
  | "kind_not_pursued"
  | "kind_not_for_grade"
  | "kind_not_wanted"
  | "grade_out_of_range"
  | "too_young"
  | "no_common_day"
  | "no_day_left"
  | "too_far"
  | "already_there"
  | "forbidden_pair";

/** What somebody has to see to, though the pair may be matched and approved. */
export type NoteCode =
  | "clearance_missing"
  | "clearance_expired"
  | "clearance_unknown"
  | "no_mentor"
  | "language_support"
  | "age_unknown"
  | "days_unknown"
  | "location_unknown"
  | "may_be_far";

export type Reader = "student" | "mentor" | "staff";

/** The datum behind a code, for the sentence that translates it. Weekdays are ISO numbers. */
export type Datum = Readonly<Record<string, string | number | readonly number[] | readonly string[]>>;

export interface Finding<Code extends string> {
  code: Code;
  data: Datum;
}

type Shown = "shown" | "not_available" | "withheld";

/**
 * What each reader may know (section 4 of the domain). Staff read everything. `not_available` replaces the code and
 * drops its datum; a withheld note is not shown at all, since it stops nobody from asking.
 */
const AUDIENCE: Readonly<Record<BlockerCode | NoteCode, Readonly<Record<"student" | "mentor", Shown>>>> = {
  not_published: { student: "shown", mentor: "shown" },
  no_open_place: { student: "shown", mentor: "shown" },
  kind_not_pursued: { student: "shown", mentor: "shown" },
  kind_not_for_grade: { student: "shown", mentor: "not_available" },
  kind_not_wanted: { student: "shown", mentor: "not_available" },
  grade_out_of_range: { student: "shown", mentor: "not_available" },
  too_young: { student: "shown", mentor: "not_available" },
  no_common_day: { student: "shown", mentor: "not_available" },
  no_day_left: { student: "shown", mentor: "not_available" },
  too_far: { student: "shown", mentor: "not_available" },
  already_there: { student: "shown", mentor: "not_available" },
  forbidden_pair: { student: "not_available", mentor: "not_available" },
  clearance_missing: { student: "withheld", mentor: "withheld" },
  clearance_expired: { student: "withheld", mentor: "withheld" },
  clearance_unknown: { student: "withheld", mentor: "withheld" },
  no_mentor: { student: "shown", mentor: "withheld" },
  language_support: { student: "withheld", mentor: "withheld" },
  age_unknown: { student: "withheld", mentor: "withheld" },
  days_unknown: { student: "shown", mentor: "withheld" },
  location_unknown: { student: "shown", mentor: "withheld" },
  may_be_far: { student: "shown", mentor: "withheld" },
};

/** Findings as this reader may read them; `not_available` stands at most once, last. */
export function findingsFor<Code extends BlockerCode | NoteCode>(
  reader: Reader,
  findings: readonly Finding<Code>[],
): Finding<Code | "not_available">[] {
  if (reader === "staff") return [...findings];
  const shown = findings.filter(({ code }) => AUDIENCE[code][reader] === "shown");
  const hidden = findings.some(({ code }) => AUDIENCE[code][reader] === "not_available");
  return hidden ? [...shown, { code: "not_available", data: {} }] : shown;
}
