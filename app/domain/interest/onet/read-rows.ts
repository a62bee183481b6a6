import { readSchoolWord, type WordFault } from "../school-word";
import { wordsOf } from "../words";
import { interestOfArea } from "./areas";

/** Why a row of an O*NET text file is not taken. */
export type RowFault =
  | WordFault
  | "too_few_fields"
  | "no_occupation_code"
  | "unknown_area"
  | "no_number"
  | "unknown_occupation"
  | "too_many_words";

export type ReadRow<Value> = { ok: true; value: Value } | { ok: false; reason: RowFault };

/** How much an occupation is about an interest; 1 to 7. `interestId` null: about something our interests do not name. */
export interface AreaRow {
  code: string;
  interestId: string | null;
  level: number;
}

const CODE = /^\d{2}-\d{4}\.\d{2}$/;
/** What students type is shorter. */
const MOST_WORDS = 3;

/**
 * A row of `Specific Interest Areas.txt`: code, element id, element name, scale, value, date, source. Null for a scale that
 * is no level (`DS`, the order in which pages show them).
 */
export function readAreaRow(line: string): ReadRow<AreaRow | null> {
  const [code = "", , name, scale, value] = line.split("\t").map((field) => field.trim());
  if (name === undefined || scale === undefined || value === undefined) return { ok: false, reason: "too_few_fields" };
  if (!CODE.test(code)) return { ok: false, reason: "no_occupation_code" };
  if (scale !== "OI") return { ok: true, value: null };
  const interestId = interestOfArea(name);
  if (interestId === undefined) return { ok: false, reason: "unknown_area" };
  const level = value === "" ? Number.NaN : Number(value);
  if (!Number.isFinite(level)) return { ok: false, reason: "no_number" };
  return { ok: true, value: { code, interestId, level } };
}

/** A row of `Occupation Data.txt` or `Alternate Titles.txt`: both begin with the code and a title. */
export function readTitleRow(line: string): ReadRow<{ code: string; title: string }> {
  const [code = "", title] = line.split("\t").map((field) => field.trim());
  if (title === undefined) return { ok: false, reason: "too_few_fields" };
  if (!CODE.test(code)) return { ok: false, reason: "no_occupation_code" };
  return { ok: true, value: { code, title } };
}

/** A title as a word for an interest: without what stands in brackets, and short enough to be typed. */
export function readTitleWord(title: string, interestId: string): ReadRow<string> {
  const bare = title.replace(/\([^)]*\)/g, " ");
  if (wordsOf(bare).length > MOST_WORDS) return { ok: false, reason: "too_many_words" };
  return readSchoolWord(bare, interestId);
}
