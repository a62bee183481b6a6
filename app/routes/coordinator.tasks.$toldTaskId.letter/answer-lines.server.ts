import { sentenceFor } from "~/http/text.server";
import { isLanguage, type Language } from "~/i18n";

/** What is ticked and signed on paper, in the language of whoever gets the letter; null where nobody wrote it. */
export function answerLines(answers: "place" | "host", language: string): { ticks: string[]; signed: string[] } | null {
  if (!isLanguage(language)) return null;
  const say = (key: Parameters<typeof sentenceFor>[1]) => sentenceFor({ language }, key);
  const ticks =
    answers === "host"
      ? [say("calls:letter.host.yes"), say("calls:letter.host.no"), say("calls:letter.host.ask")]
      : [say("calls:letter.place.yes"), say("calls:letter.place.no")];
  return { ticks, signed: [say("consent:letter.dateLine"), say("consent:letter.signLine")] };
}

/** What stands beside the square that a phone scans, in the language of whoever gets the letter, else of whoever prints it. */
export function scanWords(language: string, printer: Language) {
  const written = isLanguage(language) ? language : printer;
  const say = (key: Parameters<typeof sentenceFor>[1]) => sentenceFor({ language: written }, key);
  return { language: written, own: say("calls:letter.own"), is: say("calls:letter.code") };
}
