import type { Range } from "./port";
import { findTerms } from "./words";

/** Where the given (folded) words stand in a text. `escape` is the reader's business: the ranges cut plain text. */
export function findRanges(text: string, words: ReadonlySet<string>): Range[] {
  const ranges: [number, number][] = [];
  for (const { word, start, end } of findTerms(text)) {
    if (!words.has(word)) continue;
    const last = ranges.at(-1);
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else ranges.push([start, end]);
  }
  return ranges;
}
