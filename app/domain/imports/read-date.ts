import { fold } from "./clean-text";

const MONTHS = [
  ["january", "jan", "enero", "ene"],
  ["february", "feb", "febrero"],
  ["march", "mar", "marzo"],
  ["april", "apr", "abril", "abr"],
  ["may", "mayo"],
  ["june", "jun", "junio"],
  ["july", "jul", "julio"],
  ["august", "aug", "agosto", "ago"],
  ["september", "sep", "sept", "septiembre", "setiembre", "set"],
  ["october", "oct", "octubre"],
  ["november", "nov", "noviembre"],
  ["december", "dec", "diciembre", "dic"],
];
const MONTH_OF = new Map(MONTHS.flatMap((names, place) => names.map((name) => [name, place + 1] as const)));
const WEEKDAYS =
  /^(?:mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun|monday|tuesday|wednesday|thursday|friday|saturday|sunday|lunes|martes|miercoles|jueves|viernes|sabado|domingo) /;
/** A clock time at the end, as databases print it after every date. */
const CLOCK = /[\sT]+\d{1,2}:\d{2}(?::\d{2})?(?:\.\d+)?\s*(?:[ap]\.?m\.?)?\s*(?:Z|[+-]\d{2}:?\d{2}|UTC)?$/i;
const FIRST_YEAR = 1900;
const LAST_YEAR = 2199;

/** Which figure of "1/2/2011" is the month. */
export type DateOrder = "month_first" | "day_first";

/**
 * A civil date "YYYY-MM-DD" out of what people and databases write, or null: ISO 8601, "January 19 2011", "19 Jan. 2011",
 * "19 de enero de 2011", and figures, month first as in the United States ("1/19/2011") or as `order` says, unless a figure is above 12 or
 * points part them ("19.1.2011"). A clock time after the date is dropped. Years are 1900-2199; two figures mean 2000-2099.
 */
export function readDate(cell: string, order: DateOrder = "month_first"): string | null {
  const text = cell.trim().replace(CLOCK, "");
  return readIso(text) ?? readFigures(text, order) ?? readWords(text);
}

/**
 * In which order a column writes its dates, told by the figures above 12: "mixed" when it has both orders, null when nothing
 * tells. A date with points says its order by itself.
 */
export function orderOfDates(cells: Iterable<string>): DateOrder | "mixed" | null {
  const orders = new Set<DateOrder>();
  for (const cell of cells) {
    const [first, second] = figuresOf(cell);
    if (first > 12 && second <= 12) orders.add("day_first");
    if (second > 12 && first <= 12) orders.add("month_first");
  }
  if (orders.size > 1) return "mixed";
  return [...orders][0] ?? null;
}

/** Whether a date in figures reads as one day with the month first and as another with the day first. */
export function isEitherWay(cell: string): boolean {
  const [first, second] = figuresOf(cell);
  return first >= 1 && second >= 1 && first <= 12 && second <= 12 && first !== second;
}

function figuresOf(cell: string): [number, number] {
  const [, first, , second] = /^(\d{1,2})([-/])(\d{1,2})\2(?:\d{4}|\d{2})$/.exec(cell.trim().replace(CLOCK, "")) ?? [];
  return [Number(first ?? 0), Number(second ?? 0)];
}

function readIso(text: string): string | null {
  const [, year, month, day] = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})$/.exec(text) ?? [];
  return year ? civil(Number(year), Number(month), Number(day)) : null;
}

function readFigures(text: string, order: DateOrder): string | null {
  const [, first, mark, second, year] = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})$/.exec(text) ?? [];
  if (!year) return null;
  const dayFirst = mark === "." || Number(first) > 12 || (order === "day_first" && Number(second) <= 12);
  const [month, day] = dayFirst ? [Number(second), Number(first)] : [Number(first), Number(second)];
  return civil(fullYear(year), month, day);
}

function readWords(text: string): string | null {
  const words = fold(text)
    .replace(WEEKDAYS, "")
    .replace(/\b(?:de|del|of|the)\b/g, " ")
    .replace(/\b(\d{1,2})(?:st|nd|rd|th|o)\b/g, "$1");
  const [one = "", two = "", year = "", ...rest] = words.split(" ").filter(Boolean);
  if (rest.length > 0 || !/^(\d{4}|\d{2})$/.test(year)) return null;
  const [monthName, day] = MONTH_OF.has(one) ? [one, two] : [two, one];
  const month = MONTH_OF.get(monthName);
  return month && /^\d{1,2}$/.test(day) ? civil(fullYear(year), month, Number(day)) : null;
}

const fullYear = (figures: string) => (figures.length === 2 ? 2000 + Number(figures) : Number(figures));

function civil(year: number, month: number, day: number): string | null {
  if (year < FIRST_YEAR || year > LAST_YEAR || month < 1 || month > 12 || day < 1 || day > daysIn(year, month))
    return null;
  return `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}

/** Gregorian calendar. */
function daysIn(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}
