import { sentenceFor } from "~/http/text.server";
import { isLanguage, type Language } from "~/i18n";
import { fillWords } from "~/locales/fill-words";
import { type LetterWords, letterWords } from "~/locales/letter-words";

interface Letter {
  /** Of the person who gets it. */
  language: string;
  guardian: string;
  student: string;
  help: { name: string; phone: string };
}

type Say = (key: keyof LetterWords) => string;

/**
 * The words around the text: in the language of the person who gets the letter, else in that of whoever prints it. Where the
 * pages do not speak the letter's language, `beside` says in the printer's what is ticked and signed, because somebody at the
 * school reads the paper that comes back.
 */
export function wordsOf({ language, guardian, student, help }: Letter, printer: Language) {
  const values = { guardian, student, ...help };
  const draft = isLanguage(language) ? undefined : letterWords[language];
  const spoken = isLanguage(language) ? language : printer;
  const ofPages: Say = (key) => sentenceFor({ language: spoken }, `consent:letter.${key}`, values);
  const say: Say = draft ? (key) => fillWords(draft[key], values) : ofPages;
  return {
    language: draft ? language : spoken,
    to: say("to"),
    about: say("about"),
    ...marks(say),
    beside: draft ? { language: spoken, ...marks(ofPages) } : null,
    help: say("help"),
    own: say("own"),
    code: say("place"),
  };
}

/** What somebody ticks and fills in by hand. */
const marks = (say: Say) => ({
  agree: say("agree"),
  refuse: say("refuse"),
  lines: [say("nameLine"), say("relationshipLine"), say("dateLine"), say("signLine")],
});
