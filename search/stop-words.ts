import type { TextLanguage } from "./languages";

/** Words that tie others together and say nothing themselves, folded; nobody looks for a placement by one of them alone. */
const BY_LANGUAGE: Readonly<Record<TextLanguage, string>> = {
  en: "a an and are as at be by for from i in is it me my of on or that the to with",
  es: "a al con de del el en es la las lo los me mi o para por que se su un una unos y",
};

/** Of all languages: a text does not say which one it is in, and one index holds them all. */
export const STOP_WORDS: readonly string[] = [
  ...new Set(Object.values(BY_LANGUAGE).flatMap((words) => words.split(" "))),
];
