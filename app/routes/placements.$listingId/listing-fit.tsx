import { Ban, Check, CircleHelp, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Saying } from "~/domain/matching/explain";
import type { Fit } from "~/features/search/fit";
import { useFitWords } from "~/ui/fit-words";
import { Section } from "~/ui/page";

/** Why it fits the student who reads, what to think about, and what nobody has said yet. */
export function ListingFit({ fit }: { fit: Fit }) {
  const { t } = useTranslation("listing");
  const words = useFitWords();
  const lines = (sayings: readonly Saying<string>[], say: (saying: Saying<string>) => string) =>
    sayings.map((saying) => ({ key: saying.code, sentence: say(saying) })).filter(({ sentence }) => sentence !== "");
  const reasons = lines(fit.reasons, words.reason);
  const blockers = lines(fit.blockers, words.blocker);
  const cautions = lines(fit.caution ? [fit.caution] : [], words.caution);
  const said = new Set(cautions.map(({ key }) => key));
  const unknown = lines(fit.unknown, words.unknown).filter(({ key }) => !said.has(key));
  return (
    <>
      <Section title={t("one.whyFits")} lead={fit.word ? t(`one.word.${fit.word}`) : undefined}>
        {reasons.length + cautions.length + blockers.length === 0 ? (
          <p className="text-ink-soft">{t("one.noReason")}</p>
        ) : (
          <ul className="space-y-2">
            {reasons.map(({ key, sentence }) => (
              <Line key={key} icon={<Check aria-hidden className="mt-1 size-5 shrink-0 text-go" />}>
                {sentence}
              </Line>
            ))}
            {cautions.map(({ key, sentence }) => (
              <Line key={key} icon={<TriangleAlert aria-hidden className="mt-1 size-5 shrink-0 text-wait" />}>
                {sentence}
              </Line>
            ))}
            {blockers.map(({ key, sentence }) => (
              <Line key={key} icon={<Ban aria-hidden className="mt-1 size-5 shrink-0 text-stop" />}>
                {sentence}
              </Line>
            ))}
          </ul>
        )}
      </Section>
      {unknown.length > 0 && (
        <Section title={t("one.unknown")}>
          <ul className="space-y-2">
            {unknown.map(({ key, sentence }) => (
              <Line key={key} icon={<CircleHelp aria-hidden className="mt-1 size-5 shrink-0 text-ink-soft" />}>
                {sentence}
              </Line>
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}

function Line({ icon, children }: { icon: ReactNode; children: ReactNode }) {
  return (
    <li className="flex gap-3">
      {icon}
      <span>{children}</span>
    </li>
  );
}
