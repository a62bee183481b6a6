import type { Columns } from "./target";

/** What a column of a file of students can hold. */
export const STUDENT_TARGETS = [
  "number",
  "fullName",
  "givenName",
  "familyName",
  "nameUsed",
  "bornOn",
  "grade",
  "advisory",
  "language",
  "languages",
  "mail",
  "phone",
  "area",
] as const;

export type StudentTarget = (typeof STUDENT_TARGETS)[number];

/**
 * What a file of students lacks: a name, whole or in its two parts, the grade, and what tells two students of one name apart,
 * the school's own number or the birth date.
 */
export function lacksOfStudents(columns: Columns<StudentTarget>): StudentTarget[] {
  const lacks: StudentTarget[] = [];
  if (columns.fullName === undefined && (columns.givenName === undefined || columns.familyName === undefined))
    lacks.push(columns.givenName === undefined ? "givenName" : "familyName");
  if (columns.grade === undefined) lacks.push("grade");
  if (columns.number === undefined && columns.bornOn === undefined) lacks.push("number");
  return lacks;
}
