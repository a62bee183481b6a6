import type { KnownStudent } from "./roster";

/** What a row changes of a student, as a person reads it: dates "YYYY-MM-DD", languages as codes, "" for nothing. */
export interface StudentChange {
  field: StudentField;
  from: string;
  to: string;
}

const FIELDS = {
  fullName: (student) => student.fullName,
  nameUsed: (student) => student.nameUsed,
  number: (student) => student.number,
  bornOn: (student) => student.bornOn ?? "",
  grade: (student) => String(student.grade),
  advisory: (student) => student.advisory?.name ?? "",
  language: (student) => student.language,
  languages: (student) => student.languages.join(" "),
  mail: (student) => student.mails.join(", "),
  phone: (student) => student.phones.join(", "),
  area: (student) => student.area?.name ?? "",
  leftOn: (student) => student.leftOn ?? "",
} as const satisfies Record<string, (student: KnownStudent) => string>;

export type StudentField = keyof typeof FIELDS;

/** The differences between two states of one student, in the order of a page about them. */
export function changesOf(before: KnownStudent, after: KnownStudent): StudentChange[] {
  return (Object.keys(FIELDS) as StudentField[])
    .map((field) => ({ field, from: FIELDS[field](before), to: FIELDS[field](after) }))
    .filter(({ from, to }) => from !== to);
}
