/** More of them are a text, and read as one. */
export const MOST_LINES = 8;
/** Characters (UTF-16 units) of one: a phrase, not a sentence. */
export const LONGEST_LINE = 60;

export type LineFault = "too_many_lines" | "line_too_long";

/** What people write before the entries of a list and behind them. */
const BULLETS = /^(?:(?:[-–—•·*]|\d{1,2}[.)])\s+)+/u;
const STOPS = /[\s.,;]+$/u;
/** The marks on Latin letters; in other scripts such marks are part of the word. */
const ACCENT = /[\u0300-\u036f]/g;

/** A text with one thing in each line as these things: no bullets, no outer blanks, none twice, however many and long they are. */
export function linesOf(text: string): string[] {
  const seen = new Map<string, string>();
  for (const typed of text.normalize("NFC").split(/[\r\n\u2028\u2029]/)) {
    const line = typed.replace(/\s+/gu, " ").trim().replace(BULLETS, "").replace(STOPS, "");
    const key = sameLine(line);
    if (/[\p{L}\p{N}]/u.test(line) && !seen.has(key)) seen.set(key, line);
  }
  return [...seen.values()];
}

/** What is wrong with lines that somebody wrote. */
export function faultOfLines(lines: readonly string[]): LineFault | null {
  if (lines.length > MOST_LINES) return "too_many_lines";
  return lines.some((line) => line.length > LONGEST_LINE) ? "line_too_long" : null;
}

/** Upper case and accents do not make another line; signs do: C, C++ and C# are three languages. */
const sameLine = (line: string): string => line.normalize("NFKD").replace(ACCENT, "").toLowerCase();
