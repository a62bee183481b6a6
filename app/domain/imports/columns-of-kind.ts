import type { PlacementKind } from "../pursuit/gates";
import { fold } from "./clean-text";
import { CONTACT_TARGETS, type ContactTarget, lacksOfContacts } from "./contact-target";
import { CONTACT_WORDS } from "./contact-words";
import { GUARDIAN_TARGETS, type GuardianTarget, lacksOfGuardians } from "./guardian-target";
import { GUARDIAN_WORDS } from "./guardian-words";
import { guessColumns } from "./guess-columns";
import type { ImportKind } from "./kind";
import { NOT_IN_PLACEMENTS, PLACEMENT_WORDS } from "./placement-words";
import { lacksOfStudents, STUDENT_TARGETS, type StudentTarget } from "./student-target";
import { STUDENT_WORDS } from "./student-words";
import { type Columns, lacksOfPlacements, TARGETS, type Target } from "./target";

/** What a column of any kind of file can hold. */
export type AnyTarget = Target | StudentTarget | ContactTarget | GuardianTarget;

export const ALL_TARGETS: readonly AnyTarget[] = [
  ...new Set<AnyTarget>([...TARGETS, ...STUDENT_TARGETS, ...CONTACT_TARGETS, ...GUARDIAN_TARGETS]),
];

/** Columns about somebody else in a file of students: a parent's mailbox is not where a student signs in. */
const OF_SOMEBODY_ELSE =
  /\b(?:parent|guardian|mother|father|mom|dad|family contact|emergency|padre|madre|acudiente|tutor legal|emergencia)s?\b/;

/** In such a file an address or a number is the student's own only where its heading says no more than that, or says whose it is. */
const notOwn = (words: readonly string[]) =>
  new RegExp(`^(?!(?:${words.join("|")})$)(?!.*\\b(?:student|school|alumno|alumna|estudiante|escolar)s?\\b)`);
/** A column of ways to reach somebody names nobody and numbers nobody. */
const REACHES = /\b(?:e?mail|correo|phone|telefono|cell|celular|mobile|fax)\b/;
const NOT_IN_STUDENTS = {
  number: REACHES,
  fullName: REACHES,
  mail: notOwn(STUDENT_WORDS.mail),
  phone: notOwn(STUDENT_WORDS.phone),
};

/** In a file of guardians the student stands beside them: by the number alone, and never as who is to be brought in. */
const OF_STUDENT = /\b(?:student|child|pupil|alumno|alumna|estudiante|hijo|hija)s?\b/;
const NOT_IN_GUARDIANS = {
  studentNumber: REACHES,
  fullName: new RegExp(`${OF_STUDENT.source}|${REACHES.source}`),
  givenName: OF_STUDENT,
  familyName: OF_STUDENT,
  language: OF_STUDENT,
  guardianMail: OF_STUDENT,
  guardianPhone: OF_STUDENT,
};

/** The first guess of which column holds what; see `guessColumns`. */
export function guessColumnsOf(
  kind: ImportKind,
  headers: readonly string[],
  samples: readonly (readonly string[])[],
): Columns<AnyTarget> {
  if (kind === "placements") return guessColumns({ words: PLACEMENT_WORDS, not: NOT_IN_PLACEMENTS }, headers, samples);
  if (kind === "contacts") return guessColumns({ words: CONTACT_WORDS }, headers, samples);
  if (kind === "guardians") return guessColumns({ words: GUARDIAN_WORDS, not: NOT_IN_GUARDIANS }, headers, samples);
  const own = headers.map((header) => (OF_SOMEBODY_ELSE.test(fold(header)) ? "" : header));
  return guessColumns({ words: STUDENT_WORDS, not: NOT_IN_STUDENTS }, own, samples);
}

/** How a file is read: which column holds what. */
export interface FileMapping {
  columns: Columns<AnyTarget>;
  /** Kind of opportunities whose row names none; null in files of people. */
  defaultKind: PlacementKind | null;
}

const LACKS: Record<ImportKind, (columns: Columns<AnyTarget>) => AnyTarget[]> = {
  placements: lacksOfPlacements,
  students: lacksOfStudents,
  contacts: lacksOfContacts,
  guardians: lacksOfGuardians,
};

/** What is needed and not said, and the targets whose column the file does not have. */
export function faultsOfMapping(
  kind: ImportKind,
  { columns, defaultKind }: FileMapping,
  columnCount: number,
): (AnyTarget | "defaultKind")[] {
  const lacking = LACKS[kind](columns);
  const outside = ALL_TARGETS.filter((target) => !isColumn(columns[target], columnCount));
  const unkind = kind === "placements" && defaultKind === null ? (["defaultKind"] as const) : [];
  return [...lacking, ...outside, ...unkind];
}

function isColumn(column: number | undefined, columnCount: number): boolean {
  return column === undefined || (Number.isInteger(column) && column >= 0 && column < columnCount);
}
