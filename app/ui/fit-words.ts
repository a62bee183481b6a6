import { useTranslation } from "react-i18next";
import { labelOf } from "~/domain/interest/taxonomy";
import type { Datum } from "~/domain/matching/findings";
import type { TextKey } from "~/locales/text-key";
import { formatDay, formatInterests, formatLanguage, formatNames, formatWeekdays } from "./format";
import { useText } from "./use-text";
import { wayWords } from "./way-words";

interface Coded {
  code: string;
  data: Datum;
}

/** Why a placement fits, what to think about and what stands in the way, in sentences to the student. */
export function useFitWords() {
  const { i18n } = useTranslation("listing");
  const text = useText();
  const say = (group: "reason" | "caution" | "blocker" | "unknown") => (saying: Coded) => {
    const key = `listing:${group}.${saying.code}`;
    return i18n.exists(key) ? text(key as TextKey, valuesOf(saying, { language: i18n.language, text })) : "";
  };
  return { reason: say("reason"), caution: say("caution"), blocker: say("blocker"), unknown: say("unknown") };
}

function valuesOf(
  { data }: Coded,
  { language, text }: { language: string; text: ReturnType<typeof useText> },
): Record<string, string | number> {
  const list = (value: unknown) => (Array.isArray(value) ? (value as unknown[]).map(String) : []);
  const plain = Object.entries(data).filter((entry): entry is [string, string | number] => !Array.isArray(entry[1]));
  return {
    ...Object.fromEntries(plain),
    ...wayWords(data, text),
    interests: formatInterests(
      list(data.interestIds).map((id) => labelOf(id, language)),
      language,
    ),
    interest: labelOf(String(data.interestId ?? ""), language),
    related: labelOf(String(data.relatedId ?? ""), language),
    endsOn: data.endsOn ? formatDay(String(data.endsOn), language, { withYear: true }) : "",
    days: formatWeekdays(list(data.days).map(Number), language),
    languages: formatNames(
      list(data.languages).map((code) => formatLanguage(code, language)),
      language,
    ),
  };
}
