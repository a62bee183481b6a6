import { fold } from "./clean-text";
import type { Columns } from "./target";

/** What a file may call each column, folded, the plainest word first. */
export type Words<T extends string> = Record<T, readonly string[]>;

interface Vocabulary<T extends string> {
  words: Words<T>;
  /** Headings that are none of a target, whatever words of it they contain. */
  not?: Partial<Record<T, RegExp>>;
}

const EXACT = 1000;
const WITHIN = 500;

/**
 * Guesses which column holds what by its heading: a heading that is a known word, then one that contains it. Columns
 * without any value are passed over; each column and each target is used at most once. `samples` are a few rows.
 */
export function guessColumns<T extends string>(
  { words, not = {} }: Vocabulary<T>,
  headers: readonly string[],
  samples: readonly (readonly string[])[],
): Columns<T> {
  const targets = Object.keys(words) as T[];
  const filled = headers.map(
    (_, column) => samples.length === 0 || samples.some((row) => (row[column] ?? "").trim() !== ""),
  );
  const pairs = headers.flatMap((header, column) =>
    filled[column]
      ? targets.map((target) => ({
          target,
          column,
          score: not[target]?.test(fold(header)) ? 0 : scoreOf(fold(header), words[target]),
        }))
      : [],
  );
  const columns: Columns<T> = {};
  const used = new Set<number>();
  for (const { target, column, score } of pairs.sort((a, b) => b.score - a.score || a.column - b.column)) {
    if (score <= 0 || used.has(column) || columns[target] !== undefined) continue;
    columns[target] = column;
    used.add(column);
  }
  return columns;
}

function scoreOf(heading: string, words: readonly string[]): number {
  const exact = words.indexOf(heading);
  if (exact >= 0) return EXACT - exact;
  // A number that another table knows ("category_id", "org_content_id") is no text for people.
  if (/\bid$/.test(heading) && !words.includes("id")) return 0;
  // Short words hide in others' headings ("to", "end", "type"): they count only alone.
  const within = words.findIndex((word) => word.length > 4 && ` ${heading} `.includes(` ${word} `));
  return within >= 0 ? WITHIN - within : 0;
}
