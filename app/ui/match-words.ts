import { useTranslation } from "react-i18next";
import { interestById, labelOf } from "~/domain/interest/taxonomy";
import type { Check } from "~/domain/matching/eligibility";
import type { CautionCode, FitWord, ReasonCode } from "~/domain/matching/explain";
import type { BlockerCode, Datum } from "~/domain/matching/findings";
import { formatDay, formatInterests, formatLanguage, formatNames, formatWeekdays } from "./format";
import type { Tone } from "./tone";
import { useText } from "./use-text";
import { wayWords } from "./way-words";

export const FIT_TONES: Record<FitWord, Tone> = { strong: "go", good: "go", possible: "info" };

interface Coded {
  code: string;
  data: Datum;
}

/** Reasons, cautions and blockers as sentences: ids become labels, days become names, languages their own names. */
export function useMatchWords() {
  const text = useText();
  const { i18n } = useTranslation();
  const label = (id: unknown) => {
    const interest = typeof id === "string" ? interestById(id) : undefined;
    return interest ? labelOf(interest, i18n.language) : String(id ?? "");
  };
  const fill = ({ data }: Coded): Record<string, string | number> => ({
    ...(Object.fromEntries(Object.entries(data).filter(([, value]) => !Array.isArray(value))) as Record<
      string,
      string | number
    >),
    ...wayWords(data, text),
    ...(data.onList !== undefined && { context: "listed" }),
    interests: formatInterests(((data.interestIds as readonly string[] | undefined) ?? []).map(label), i18n.language),
    interest: label(data.interestId),
    related: label(data.relatedId),
    endsOn: data.endsOn ? formatDay(String(data.endsOn), i18n.language, { withYear: true }) : "",
    days: Array.isArray(data.days) ? formatWeekdays(data.days as number[], i18n.language) : "",
    languages: Array.isArray(data.languages)
      ? formatNames(
          (data.languages as string[]).map((code) => formatLanguage(code, i18n.language)),
          i18n.language,
        )
      : "",
  });
  return {
    reason: (saying: Coded) => text(`matching:reason.${saying.code as ReasonCode}`, fill(saying)),
    caution: (saying: Coded) => text(`matching:caution.${saying.code as CautionCode}`, fill(saying)),
    blocker: (saying: Coded) => text(`matching:blocker.${saying.code as BlockerCode}`, fill(saying)),
    datum: (check: Check) => {
      const key = datumKey(check);
      return key ? text(key, fill({ code: check.check, data: check.data })) : "";
    },
    interest: label,
  };
}

/** The sentence for what a constraint was judged by; some say all with their name. */
function datumKey({ check, data }: Check) {
  if (check === "travel" && data.remote) return null;
  if (check === "travel") return data.minutes === undefined ? "board:datum.limit" : "board:datum.travel";
  if (check === "age" && data.age !== undefined && data.minimumAge !== 0) return "board:datum.age";
  if (check === "days" && Number(data.of) > 0) return "board:datum.days";
  if (check === "end" && data.endsOn !== undefined) return "board:datum.end";
  if (check === "grade") return "board:datum.grade";
  return check === "place" ? "board:datum.place" : null;
}
