import { labelOf } from "~/domain/interest/taxonomy";
import type { Language } from "~/i18n";

/** Interests by their names in the language, inside a sentence: "animals, gardening and farming". */
export function interestWords(ids: readonly string[], language: Language): string {
  return ids.map((id) => lowerFirst(labelOf(id, language), language)).join(", ");
}

const lowerFirst = (words: string, language: Language): string =>
  words.slice(0, 1).toLocaleLowerCase(language) + words.slice(1);
