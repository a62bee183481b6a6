import { LONGEST_LINE, linesOf, MOST_LINES } from "../placement/short-lines";
import { shorten } from "./clean-text";

/** What parts the entries of a cell, the surest sign first: a comma may stand within an entry. */
const PARTED_BY = [/\n/, /[;|•]/, /,/];

/** The entries of a cell ("soldering; reading plans") as short lines, as many and as long as a placement keeps. */
export function readShortLines(text: string): { lines: string[]; isCut: boolean } {
  const sign = PARTED_BY.find((each) => each.test(text));
  const all = linesOf(sign ? text.split(sign).join("\n") : text);
  // Two that begin alike may be one when they are shortened.
  const lines = linesOf(all.map((line) => shorten(line, LONGEST_LINE)).join("\n")).slice(0, MOST_LINES);
  return { lines, isCut: lines.length < all.length || lines.some((line, place) => line !== all[place]) };
}
