import type { RiasecId } from "../riasec";
import { interestById } from "../taxonomy";
import type { AreaRow, TypeRow } from "./read-rows";

/** Below this an occupation is not about an area (the scale of interest levels goes from 1 to 7). */
const LEAST_LEVEL = 4;
/** More words for one interest would make it mean everything. */
export const MOST_WORDS_EACH = 20;

interface Aim {
  interestId: string;
  level: number;
}

/** Areas this close to the strongest one are as strong: the levels are means of a few raters. */
const AS_STRONG = 0.5;

/**
 * What each occupation is most about, read row by row. Between areas that are equally strong its RIASEC types decide, where
 * they are known.
 */
export class OccupationAims {
  readonly #areas = new Map<string, AreaRow[]>();
  readonly #types = new Map<string, Map<RiasecId, number>>();

  add(row: AreaRow): void {
    this.#areas.set(row.code, [...(this.#areas.get(row.code) ?? []), row]);
  }

  addType({ code, type, level }: TypeRow): void {
    this.#types.set(code, (this.#types.get(code) ?? new Map()).set(type, level));
  }

  has(code: string): boolean {
    return this.#areas.has(code);
  }

  /** Null where it is about nothing much, or about what our interests do not name. */
  of(code: string): Aim | null {
    const areas = [...(this.#areas.get(code) ?? [])].sort((a, b) => b.level - a.level);
    const [best] = areas;
    if (!best || best.interestId === null || best.level < LEAST_LEVEL) return null;
    const [aim] = areas
      .flatMap(({ interestId, level }) => (interestId === null ? [] : [{ interestId, level }]))
      .filter(({ level }) => level >= Math.max(LEAST_LEVEL, best.level - AS_STRONG))
      .sort((a, b) => this.#levelOfType(code, b.interestId) - this.#levelOfType(code, a.interestId));
    return aim ?? null;
  }

  #levelOfType(code: string, interestId: string): number {
    const type = interestById(interestId)?.riasec[0];
    return (type && this.#types.get(code)?.get(type)) ?? 0;
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
