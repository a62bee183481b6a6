import { useTranslation } from "react-i18next";
import type { Explanation } from "~/domain/matching/explain";
import { FIT_TONES, useMatchWords } from "./match-words";
import { Badge } from "./status";

/** How a pair fits in one word, for lists. */
export function FitBadge({ word }: { word: Explanation["word"] }) {
  const { t } = useTranslation("matching");
  return <Badge tone={FIT_TONES[word]}>{t(`pair.word.${word}`)}</Badge>;
}

/** At most three reasons and one caution, in sentences. */
export function FitReasons({ explanation }: { explanation: Pick<Explanation, "reasons" | "caution"> }) {
  const { t } = useTranslation("matching");
  const words = useMatchWords();
  return (
    <div className="space-y-1">
      <ul className="list-disc ps-5">
        {explanation.reasons.map((reason) => (
          <li key={reason.code}>{words.reason(reason)}</li>
        ))}
      </ul>
      {explanation.caution && (
        <p className="text-ink-soft">
          <span className="font-semibold">{t("pair.caution")}: </span>
          {words.caution(explanation.caution)}
        </p>
      )}
    </div>
  );
}
