/** Digits of a telephone number without its area: a room, a year or a price has fewer. */
const LEAST_DIGITS = 7;

/** Digits with at most three characters between two of them, as numbers, dates and hours are written. */
const RUN = /\d(?:[\s().\p{Pd}/_*+:]{0,3}\d)*/gu;

const DAY = "(?:0?[1-9]|[12]\\d|3[01])";
const MONTH = "(?:0?[1-9]|1[0-2])";
/** Nobody here writes of another century; a number that begins otherwise is no year. */
const YEAR = "(?:19\\d{2}|20[0-4]\\d)";

/**
 * What stands alone: not in a longer row of the same mark, as in a number that is written in pairs. Day and month come in either
 * order.
 */
const alone = (mark: string, thing: string) => `(?<!\\d|\\d${mark})${thing}(?!\\d|${mark}\\d)`;
const date = (mark: string, year: string) =>
  alone(mark, `(?:${DAY}${mark}${MONTH}|${MONTH}${mark}${DAY})${mark}${year}`);

/** Hours, days with a whole year, and days with a short year between slashes: nobody's number looks like these. */
const SURE = new RegExp(
  [
    alone(":", "(?:[01]?\\d|2[0-3]):[0-5]\\d"),
    ...["-", "\\."].map((mark) => alone(mark, `${YEAR}${mark}${MONTH}${mark}${DAY}`)),
    ...["/", "-", "\\."].map((mark) => date(mark, YEAR)),
    date("/", "\\d{2}"),
  ].join("|"),
  "gu",
);

/** A day with a short year between dots or dashes may be the beginning of a number: it counts where nothing else is left. */
const UNSURE = new RegExp(["-", "\\."].map((mark) => date(mark, "\\d{2}")).join("|"), "gu");

/** Whether a text as `plain` gives it seems to hold a telephone number. Days and hours are none, however many digits they have. */
export function hasPhone(text: string): boolean {
  return (text.match(RUN) ?? []).some((run) => {
    const left = run.replaceAll(SURE, ";");
    return digitsIn(left) >= LEAST_DIGITS && digitsIn(left.replaceAll(UNSURE, ";")) > 0;
  });
}

const digitsIn = (text: string) => text.replaceAll(/\D/g, "").length;
