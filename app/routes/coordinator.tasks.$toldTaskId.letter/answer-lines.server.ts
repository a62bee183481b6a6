import { sentenceFor } from "~/http/text.server";
import { isLanguage } from "~/i18n";

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
