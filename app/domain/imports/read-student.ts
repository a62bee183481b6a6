import { readContactValue } from "../people/contact";
import { cleanLine, type DecodeEntities } from "./clean-text";
import type { ImportedStudent, StudentIdentity, StudentVerdict } from "./imported-student";
import { type DateOrder, isEitherWay, readDate } from "./read-date";
import { readFullName } from "./read-full-name";
import { languagesIn, readLanguage } from "./read-language";
import { noteAbout, type RowNote, type StudentReason, type StudentWarning } from "./row-note";
import { cellOf, faultOfShape } from "./row-shape";
import type { StudentTarget } from "./student-target";
import type { Columns } from "./target";

/** Limits of the columns of `people` and `students`. */
const LONGEST_NAME = 200;
const LONGEST_NAME_USED = 100;
const LONGEST_NUMBER = 40;
const LAST_GRADE = 13;
/** Nobody goes to these schools who is older. */
const MOST_YEARS = 30;

export interface StudentRules {
  columns: Columns<StudentTarget>;
  columnCount: number;
  /** As `orderOfDates` found it in the column of birth dates. */
  dateOrder: DateOrder | "mixed" | null;
  /** The school's civil date, "YYYY-MM-DD". */
  today: string;
  decode: DecodeEntities;
}

type Warn = (note: RowNote<StudentWarning>) => void;
type Line = (target: StudentTarget) => string;

/**
 * Judges one row of a file of students by itself. A row is refused when it cannot say who somebody is: no name, neither number
 * nor birth date, a birth date that reads as two days, a grade that is none. What only describes a student and cannot be read
 * is left out with a warning.
 */
export function readStudent(cells: readonly string[], rules: StudentRules): StudentVerdict {
  const line: Line = (target) => cleanLine(cellOf(cells, rules.columns[target]), rules.decode);
  const bornOn = readBirthDate(line("bornOn"), rules);
  const grade = readGrade(line("grade"));
  const fullName = readFullName({ given: line("givenName"), family: line("familyName"), whole: line("fullName") });
  const identity: StudentIdentity = { number: line("number"), fullName, bornOn: bornOn.value };
  const misshapen = faultOfShape(cells, rules.columnCount);
  if (misshapen) return { ok: false, identity, reasons: [misshapen] };
  const reasons = [...faultsOfIdentity(identity), ...bornOn.faults, ...grade.faults];
  if (bornOn.faults.length === 0 && identity.number === "" && identity.bornOn === null)
    reasons.push({ code: "identity_missing" });
  if (line("nameUsed").length > LONGEST_NAME_USED) reasons.push({ code: "name_long" });
  if (reasons.length > 0) return { ok: false, identity, reasons };
  const warnings: RowNote<StudentWarning>[] = [];
  const student = { ...identity, ...factsOf(line, (note) => void warnings.push(note)), grade: grade.value };
  return { ok: true, identity, student, warnings };
}

/** The address of a row, whether the row can come in or not; null without one that can be read. */
export const readMail = (cells: readonly string[], { columns, decode }: StudentRules): string | null =>
  readContactValue("mail", cleanLine(cellOf(cells, columns.mail), decode));

function faultsOfIdentity({ fullName, number }: StudentIdentity): RowNote<StudentReason>[] {
  const faults: RowNote<StudentReason>[] = [];
  if (!/\p{L}/u.test(fullName)) faults.push({ code: "name_missing" });
  if (fullName.length > LONGEST_NAME) faults.push({ code: "name_long" });
  if (number.length > LONGEST_NUMBER) faults.push(noteAbout("number_long", number));
  return faults;
}

interface Read<Value> {
  value: Value;
  faults: RowNote<StudentReason>[];
}

function readBirthDate(cell: string, { dateOrder, today }: StudentRules): Read<string | null> {
  if (cell === "") return { value: null, faults: [] };
  const no = (code: StudentReason) => ({ value: null, faults: [noteAbout(code, cell)] });
  if (dateOrder === "mixed" && isEitherWay(cell)) return no("birth_date_either_way");
  const date = readDate(cell, dateOrder === "day_first" ? "day_first" : "month_first");
  if (date === null) return no("birth_date_not_understood");
  const earliest = `${Number(today.slice(0, 4)) - MOST_YEARS}${today.slice(4)}`;
  return date < earliest || date >= today ? no("birth_date_not_possible") : { value: date, faults: [] };
}

/** "9", "09", "9th", "Grade 9", "9.º grado": a grade from 1 to 13. */
function readGrade(cell: string): Read<number> {
  if (cell === "") return { value: 0, faults: [{ code: "grade_missing" }] };
  const [, figures] =
    /^(?:grade|grado|gr\.?)?\s*0?(\d{1,2})\s*(?:st|nd|rd|th|\.?[ºo°])?(?:\s+(?:grade|grado))?$/i.exec(cell) ?? [];
  const grade = Number(figures ?? 0);
  return grade >= 1 && grade <= LAST_GRADE
    ? { value: grade, faults: [] }
    : { value: 0, faults: [noteAbout("grade_not_understood", cell)] };
}

function factsOf(line: Line, warn: Warn): Omit<ImportedStudent, keyof StudentIdentity | "grade"> {
  const reached = (target: "mail" | "phone", code: StudentWarning) => {
    const cell = line(target);
    const value = cell === "" ? null : readContactValue(target, cell);
    if (cell !== "" && value === null) warn(noteAbout(code, cell));
    return value;
  };
  const spoken = (target: "language" | "languages") =>
    languagesIn(line(target)).flatMap((name) => {
      const code = readLanguage(name);
      if (code === null) warn(noteAbout("language_unknown", name));
      return code ?? [];
    });
  return {
    nameUsed: line("nameUsed"),
    advisory: line("advisory").slice(0, LONGEST_NAME_USED),
    language: spoken("language")[0] ?? null,
    languages: spoken("languages"),
    mail: reached("mail", "contact_mail_unclear"),
    phone: reached("phone", "phone_unclear"),
    area: line("area"),
  };
}
