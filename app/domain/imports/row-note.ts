/** Why a row cannot become a placement. */
export const REASONS = [
  "too_few_cells",
  "too_many_cells",
  "title_missing",
  "organisation_missing",
  "seats_not_a_number",
  "seats_out_of_range",
  "repeats_row",
] as const;

/** What a person should look at in a row that did become a placement. */
export const WARNINGS = [
  "title_shortened",
  "organisation_shortened",
  "description_missing",
  "description_shortened",
  "aliases_shortened",
  "skills_shortened",
  "seats_missing",
  "seats_placeholder",
  "seats_unusual",
  "kind_not_understood",
  "date_not_understood",
  "dates_reversed",
  "dates_past",
  "schedule_not_understood",
  "address_not_understood",
  "coordinates_unusable",
  "postcode_unclear",
  "contact_mail_unclear",
  "edited_here",
] as const;

/** Why a row cannot become a student, beside what is wrong with its shape. */
export const STUDENT_REASONS = [
  "too_few_cells",
  "too_many_cells",
  "repeats_student",
  "number_repeated",
  "number_differs_in_file",
  "birthday_differs_in_file",
  "name_missing",
  "name_long",
  "number_long",
  "identity_missing",
  "grade_missing",
  "grade_not_understood",
  "birth_date_not_understood",
  "birth_date_either_way",
  "birth_date_not_possible",
  "number_of_another",
  "number_differs",
  "birthday_unknown_here",
  "number_unknown_here",
  "two_alike",
] as const;

/** What a person should look at in a row of a student that did come in. */
export const STUDENT_WARNINGS = [
  "contact_mail_unclear",
  "phone_unclear",
  "language_unknown",
  "area_unknown",
  "advisory_new",
  "advisory_unclear",
  "mail_shared",
  "mail_taken_away",
  "comes_back",
] as const;

/** Why a row cannot become a contact, beside what is wrong with its shape. */
export const CONTACT_REASONS = [
  "too_few_cells",
  "too_many_cells",
  "name_missing",
  "contact_name_long",
  "contact_unreachable",
  "mail_silent",
  "contacts_alike",
] as const;

/** What a person should look at in a row of a contact that did come in. */
export const CONTACT_WARNINGS = [
  "contact_mail_unclear",
  "phone_unclear",
  "language_unknown",
  "time_zone_unclear",
  "text_shortened",
  "kept_here",
  "phone_of_another",
] as const;

export type ContactReason = (typeof CONTACT_REASONS)[number];
export type ContactWarning = (typeof CONTACT_WARNINGS)[number];

/** Why a row cannot become a guardian's link, beside what is wrong with its shape. */
export const GUARDIAN_REASONS = [
  "too_few_cells",
  "too_many_cells",
  "repeats_guardian",
  "student_number_missing",
  "number_long",
  "name_missing",
  "name_long",
  "relationship_missing",
  "relationship_long",
  "basis_missing",
  "basis_not_understood",
  "right_not_understood",
  "parent_without_right",
  "student_unknown",
  "student_left",
  "students_own_name",
  "link_ended",
  "guardians_alike",
  "guardian_renamed",
  "guardian_unclear",
] as const;

/** What a person should look at in a row of a guardian that did come in. */
export const GUARDIAN_WARNINGS = [
  "contact_mail_unclear",
  "phone_unclear",
  "language_unknown",
  "order_not_understood",
  "mail_of_others",
  "mail_taken_away",
  "no_rights",
  "rights_differ",
] as const;

export type GuardianReason = (typeof GUARDIAN_REASONS)[number];
export type GuardianWarning = (typeof GUARDIAN_WARNINGS)[number];
export type StudentReason = (typeof STUDENT_REASONS)[number];
export type StudentWarning = (typeof STUDENT_WARNINGS)[number];
export type NoteCode =
  | ReasonCode
  | WarningCode
  | StudentReason
  | StudentWarning
  | ContactReason
  | ContactWarning
  | GuardianReason
  | GuardianWarning;

export type ReasonCode = (typeof REASONS)[number];
export type WarningCode = (typeof WARNINGS)[number];

/** A code with a sentence in the `imports` texts; `detail` fills it. */
export interface RowNote<Code extends string = NoteCode> {
  code: Code;
  detail?: Record<string, string | number>;
}

/** Longest piece of a cell that a note quotes. */
const QUOTED_LENGTH = 60;

/** A note that quotes what the cell held. */
export function noteAbout<Code extends string>(code: Code, cell: string): RowNote<Code> {
  return { code, detail: { value: cell.length > QUOTED_LENGTH ? `${cell.slice(0, QUOTED_LENGTH)}…` : cell } };
}
