import { readTable, words } from "../read-table";

export interface SampleGuardian {
  name: string;
  relationship: string;
  language: string;
  /** `phone-only`, `no-whereabouts`, `no-consent`, `no-records`, `foster`, `guardian`. */
  flags: string[];
}

export interface SampleStudent {
  name: string;
  grade: number;
  advisor: string;
  area: string;
  likes: { interest: string; strength: number }[];
  dislikes: { interest: string; strength: number }[];
  travelLimitMinutes: number;
  languages: string[];
  guardians: SampleGuardian[];
  goals: string;
}

const COLUMNS = [
  "name",
  "grade",
  "advisor",
  "area",
  "likes",
  "dislikes",
  "travel",
  "languages",
  "guardians",
  "goals",
] as const;

/**
 * Reads students written as a table: name, grade, advisor, area, likes and dislikes with strength 1..3 (`animals3`),
 * travel limit in minutes one way, languages, guardians (`Name, relationship, language, flags` parted by `;`), goal.
 */
export function readStudents(text: string): SampleStudent[] {
  return readTable(COLUMNS, text).map((row) => ({
    ...row,
    grade: Number(row.grade),
    likes: words(row.likes).map(readInterest),
    dislikes: words(row.dislikes).map(readInterest),
    travelLimitMinutes: Number(row.travel),
    languages: words(row.languages),
    guardians: row.guardians === "-" ? [] : row.guardians.split(";").map(readGuardian),
    goals: row.goals === "-" ? "" : row.goals,
  }));
}

function readInterest(word: string) {
  return { interest: word.slice(0, -1), strength: Number(word.slice(-1)) };
}

function readGuardian(text: string): SampleGuardian {
  const [name = "", relationship = "", language = "", flags = ""] = text.split(",").map((part) => part.trim());
  return { name, relationship, language, flags: words(flags) };
}
