import { RIASEC_TYPES, type RiasecId } from "../riasec";
import { readSchoolWord, type WordFault } from "../school-word";
import { wordsOf } from "../words";
import { interestOfArea } from "./areas";

/** Why a row of an O*NET text file is not taken. */
export type RowFault =
  | WordFault
  | "too_few_fields"
  | "no_occupation_code"
  | "unknown_area"
  | "unknown_type"
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

/** How much an occupation is of a RIASEC type; 1 to 7. */
export interface TypeRow {
  code: string;
  type: RiasecId;
  level: number;
}

/**
 * A row of `Specific Interest Areas.txt`: code, element id, element name, scale, value, date, source. Null for a scale that
 * is no level (`DS`, the order in which pages show them).
 */
export function readAreaRow(line: string): ReadRow<AreaRow | null> {
  const read = readLevelRow(line);
  if (!read.ok || !read.value) return read as ReadRow<null>;
  const { name, ...row } = read.value;
  const interestId = interestOfArea(name);
  return interestId === undefined ? { ok: false, reason: "unknown_area" } : { ok: true, value: { ...row, interestId } };
}

/** A row of `Interests.txt`, in the same columns. Null for a scale that is no level (`IH`, the types in their order). */
export function readTypeRow(line: string): ReadRow<TypeRow | null> {
  const read = readLevelRow(line);
  if (!read.ok || !read.value) return read as ReadRow<null>;
  const { name, ...row } = read.value;
  const type = RIASEC_TYPES.find(({ id }) => id === name.toLowerCase())?.id;
  return type === undefined ? { ok: false, reason: "unknown_type" } : { ok: true, value: { ...row, type } };
}

function readLevelRow(line: string): ReadRow<{ code: string; name: string; level: number } | null> {
  const [code = "", , name, scale, value] = line.split("\t").map((field) => field.trim());
  if (name === undefined || scale === undefined || value === undefined) return { ok: false, reason: "too_few_fields" };
  if (!CODE.test(code)) return { ok: false, reason: "no_occupation_code" };
  if (scale !== "OI") return { ok: true, value: null };
  const level = value === "" ? Number.NaN : Number(value);
  return Number.isFinite(level) ? { ok: true, value: { code, name, level } } : { ok: false, reason: "no_number" };
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
