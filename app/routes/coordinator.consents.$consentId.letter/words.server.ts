import { sentenceFor } from "~/http/text.server";
import { isLanguage, type Language } from "~/i18n";

interface Letter {
  /** Of the person who gets it. */
  language: string;
  guardian: string;
  student: string;
  help: { name: string; phone: string };
}

/** The words around the text: in the language of the person who gets the letter, else in that of whoever prints it. */
export function wordsOf({ language, guardian, student, help }: Letter, printer: Language) {
  const written = isLanguage(language) ? language : printer;
  const say = (key: Parameters<typeof sentenceFor>[1], values = {}) => sentenceFor({ language: written }, key, values);
  return {
    language: written,
    to: say("consent:letter.to", { guardian }),
    about: say("consent:letter.about", { student }),
    agree: say("consent:letter.agree"),
    refuse: say("consent:letter.refuse"),
    lines: [
      say("consent:letter.nameLine"),
      say("consent:letter.relationshipLine"),
      say("consent:letter.dateLine"),
      say("consent:letter.signLine"),
    ],
    help: say("consent:letter.help", help),
    own: say("consent:letter.own"),
    code: say("consent:letter.place"),
  };
}
