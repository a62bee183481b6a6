import { CLOCKS, clockOfState } from "./state-clock";

type Clock = (typeof CLOCKS)[number];

/** How people call a zone, English and Spanish, in small letters without accents. */
const SAID: Record<Clock, string> = {
  "America/New_York": "eastern, et, est, edt, este, hora del este, us/eastern",
  "America/Chicago": "central, cst, cdt, centro, hora del centro, us/central",
  "America/Denver": "mountain, mt, mst, mdt, montana, hora de la montana, us/mountain",
  "America/Phoenix": "us/arizona",
  "America/Los_Angeles": "pacific, pt, pst, pdt, pacifico, hora del pacifico, us/pacific",
  "America/Anchorage": "akst, akdt, hora de alaska, us/alaska",
  "Pacific/Honolulu": "hst, hora de hawai, us/hawaii",
  "America/Puerto_Rico": "atlantic, ast, atlantico, hora del atlantico",
  "Pacific/Guam": "chamorro, chst",
};
const CLOCK_SAID = new Map(
  CLOCKS.flatMap((clock) =>
    [...SAID[clock].split(", "), clock.toLowerCase()].map((words): [string, Clock] => [words, clock]),
  ),
);
/** Central Time and Connecticut: nobody can say which. */
const EITHER_WAY = "ct";

/** The clock that a cell of a list names, by its zone or by a state of the United States; null where it is not clear. */
export function readClock(cell: string): string | null {
  const words = cell
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/\b(?:standard|daylight)\b/g, "")
    .replace(/\btime(?: zone)?\b/g, "")
    .replace(/\s+/g, " ")
    .trim();
  if (words === EITHER_WAY) return null;
  return CLOCK_SAID.get(words) ?? clockOfState(cell) ?? null;
}
