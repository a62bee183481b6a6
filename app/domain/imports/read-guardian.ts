import { readContactValue } from "../people/contact";
import { type LegalBasis, LINK_RIGHTS, type LinkRights } from "../people/link-rights";
import { cleanLine, type DecodeEntities, fold } from "./clean-text";
import type { GuardianTarget } from "./guardian-target";
import type { GuardianIdentity, GuardianVerdict } from "./imported-guardian";
import { readBasis } from "./read-basis";
import { readFullName } from "./read-full-name";
import { languagesIn, readLanguage } from "./read-language";
import { type GuardianReason, type GuardianWarning, noteAbout, type RowNote } from "./row-note";
import { cellOf, faultOfShape } from "./row-shape";
import type { Columns } from "./target";

/** Limits of the columns of `people` and `guardian_links`. */
const LONGEST_NAME = 200;
const LONGEST_NUMBER = 40;
const LONGEST_RELATIONSHIP = 80;

export interface GuardianRules {
  columns: Columns<GuardianTarget>;
  columnCount: number;
  decode: DecodeEntities;
}

type Line = (target: GuardianTarget) => string;

/**
 * Judges one row of a file of guardians by itself. What decides about rights is read or the row is refused: a basis or a right that
 * cannot be understood is never left out. What only describes somebody and cannot be read is left out with a warning.
 */
export function readGuardian(cells: readonly string[], rules: GuardianRules): GuardianVerdict {
  const line: Line = (target) => cleanLine(cellOf(cells, rules.columns[target]), rules.decode);
  const fullName = readFullName({ given: line("givenName"), family: line("familyName"), whole: line("fullName") });
  const identity: GuardianIdentity = { studentNumber: line("studentNumber"), fullName };
  const misshapen = faultOfShape(cells, rules.columnCount);
  if (misshapen) return { ok: false, identity, reasons: [misshapen] };
  const reasons = faultsOfIdentity(identity);
  const fail = (reason: RowNote<GuardianReason>) => void reasons.push(reason);
  const relationship = line("relationship");
  if (relationship.length > LONGEST_RELATIONSHIP) fail({ code: "relationship_long" });
  const legalBasis = basisOf(line("legalBasis"), fail);
  const rights = rightsOf(line, fail);
  if (reasons.length > 0) return { ok: false, identity, reasons };
  const warnings: RowNote<GuardianWarning>[] = [];
  const described = describedBy(line, (note) => void warnings.push(note));
  const said = { relationship, legalBasis, basisOfRelationship: readBasis(relationship), rights };
  return { ok: true, identity, guardian: { ...identity, ...said, ...described }, warnings };
}

/** The address of a row, whether the row can come in or not; null without one that can be read. */
export const readGuardianMail = (cells: readonly string[], { columns, decode }: GuardianRules): string | null =>
  readContactValue("mail", cleanLine(cellOf(cells, columns.guardianMail), decode));

function faultsOfIdentity({ fullName, studentNumber }: GuardianIdentity): RowNote<GuardianReason>[] {
  const faults: RowNote<GuardianReason>[] = [];
  if (studentNumber === "") faults.push({ code: "student_number_missing" });
  if (studentNumber.length > LONGEST_NUMBER) faults.push(noteAbout("number_long", studentNumber));
  if (!/\p{L}/u.test(fullName)) faults.push({ code: "name_missing" });
  if (fullName.length > LONGEST_NAME) faults.push({ code: "name_long" });
  return faults;
}

type Fail = (reason: RowNote<GuardianReason>) => void;

function basisOf(cell: string, fail: Fail): LegalBasis | null {
  const basis = readBasis(cell);
  if (cell !== "" && basis === null) fail(noteAbout("basis_not_understood", cell));
  return basis;
}

const YES: ReadonlySet<string> = new Set(["yes", "y", "true", "t", "1", "x", "si", "s", "verdadero"]);
const NO: ReadonlySet<string> = new Set(["no", "n", "false", "f", "0", "falso"]);

function rightsOf(line: Line, fail: Fail): Partial<LinkRights> {
  const rights: Partial<LinkRights> = {};
  for (const right of LINK_RIGHTS) {
    const cell = line(right);
    const word = fold(cell);
    if (YES.has(word)) rights[right] = true;
    else if (NO.has(word)) rights[right] = false;
    else if (cell !== "") fail(noteAbout("right_not_understood", cell));
  }
  return rights;
}

function describedBy(line: Line, warn: (note: RowNote<GuardianWarning>) => void) {
  const reached = (kind: "mail" | "phone", cell: string, code: GuardianWarning) => {
    const value = cell === "" ? null : readContactValue(kind, cell);
    if (cell !== "" && value === null) warn(noteAbout(code, cell));
    return value;
  };
  const [named] = languagesIn(line("language"));
  const language = named === undefined ? null : readLanguage(named);
  if (named !== undefined && language === null) warn(noteAbout("language_unknown", named));
  const order = line("callOrder");
  const callOrder = /^[1-9]$/.test(order) ? Number(order) : null;
  if (order !== "" && callOrder === null) warn(noteAbout("order_not_understood", order));
  const mail = reached("mail", line("guardianMail"), "contact_mail_unclear");
  const phone = reached("phone", line("guardianPhone"), "phone_unclear");
  return { language, callOrder, mail, phone };
}
