import type { ConsentWords } from "~/domain/consent/text";

type HiddenWords = Pick<ConsentWords, "organisation" | "placement">;

const ENGLISH: HiddenWords = { organisation: "an organisation that the school knows", placement: "a place to learn" };

/** What a consent text says instead of the place, for a guardian who may consent and may not know whereabouts. */
const HIDDEN_WORDS: Readonly<Record<string, HiddenWords>> = {
  en: ENGLISH,
  es: { organisation: "una organización que la escuela conoce", placement: "un lugar para aprender" },
  so: { organisation: "urur iskuulku garanayo", placement: "meel wax lagu barto" },
  vi: { organisation: "một tổ chức mà nhà trường biết", placement: "một nơi để học" },
};

/** The words in the language of the text; in English where nobody has written them yet. */
export function hiddenWords(language: string): HiddenWords {
  return HIDDEN_WORDS[language] ?? ENGLISH;
}
