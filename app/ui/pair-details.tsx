import { useTranslation } from "react-i18next";
import type { Check } from "~/domain/matching/eligibility";
import type { PairScore, ScorePart } from "~/domain/matching/score";
import { CheckTicks } from "./check-ticks";
import { Disclosure } from "./disclosure";
import { formatNumber } from "./format";
import { ScoreBars } from "./score-bars";
import { useText } from "./use-text";

/** The numbers behind the words: both directions as bars that add up, and each constraint as a tick. */
export function PairDetails({ score, checks }: { score: PairScore; checks?: readonly Check[] }) {
  const { t, i18n } = useTranslation("matching");
  const text = useText();
  const number = (value: number) => formatNumber(value, i18n.language);
  const named = (parts: readonly ScorePart[]) =>
    // Parts that count nothing say nothing; a dislike takes points and can give none.
    parts
      .filter((part) => part.of > 0 || part.points !== 0)
      .map((part) => ({
        key: part.key,
        label: text(`matching:part.${part.key}` as "matching:part.wish"),
        points: part.points,
        of: part.of,
      }));
  return (
    <Disclosure summary={t("pair.numbers")}>
      <p>{t("pair.score", { score: number(score.score) })}</p>
      <div className="grid gap-6 sm:grid-cols-2">
        <ScoreBars
          label={t("pair.forStudent", { score: number(score.forStudent) })}
          parts={named(score.parts.student)}
        />
        <ScoreBars
          label={t("pair.forPlacement", { score: number(score.forPlacement) })}
          parts={named(score.parts.placement)}
        />
      </div>
      {checks && <CheckTicks checks={checks} />}
    </Disclosure>
  );
}
