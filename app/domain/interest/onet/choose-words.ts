import type { AreaRow } from "./read-rows";

/** Below this an occupation is not about an area (the scale of interest levels goes from 1 to 7). */
const LEAST_LEVEL = 4;
/** More words for one interest would make it mean everything. */
export const MOST_WORDS_EACH = 20;

interface Aim {
  interestId: string;
  level: number;
}

/** What each occupation is most about, read row by row. */
export class OccupationAims {
  readonly #best = new Map<string, { interestId: string | null; level: number }>();

  add({ code, interestId, level }: AreaRow): void {
    const best = this.#best.get(code);
    if (!best || level > best.level) this.#best.set(code, { interestId, level });
  }

  has(code: string): boolean {
    return this.#best.has(code);
  }

  /** Null where it is about nothing much, or about what our interests do not name. */
  of(code: string): Aim | null {
    const best = this.#best.get(code);
    if (!best || best.interestId === null || best.level < LEAST_LEVEL) return null;
    return { interestId: best.interestId, level: best.level };
  }
}

/** The words that are kept for each interest: those of the occupations that are most about it, first come first among equals. */
export class ChosenWords {
  readonly #byInterest = new Map<string, { word: string; level: number }[]>();

  add(word: string, { interestId, level }: Aim): void {
    const words = this.#byInterest.get(interestId) ?? [];
    if (words.some((other) => other.word === word)) return;
    const place = words.findIndex((other) => other.level < level);
    words.splice(place < 0 ? words.length : place, 0, { word, level });
    this.#byInterest.set(interestId, words.slice(0, MOST_WORDS_EACH));
  }

  all(): { interestId: string; word: string }[] {
    return [...this.#byInterest].flatMap(([interestId, words]) => words.map(({ word }) => ({ interestId, word })));
  }
}
