import { Ban, Check, CircleHelp, type LucideIcon, TriangleAlert } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { Saying } from "~/domain/matching/explain";
import type { Fit } from "~/features/search/fit";
import { useFitWords } from "~/ui/fit-words";
import { Section } from "~/ui/page";

interface Line {
  key: string;
  sentence: string;
}

/** Why it fits the student who reads, what stands in the way, what to think about, and what nobody has said yet: each under its own name. */
export function ListingFit({ fit }: { fit: Fit }) {
  const { t } = useTranslation("listing");
  const words = useFitWords();
  const lines = (sayings: readonly Saying<string>[], say: (saying: Saying<string>) => string): Line[] =>
    sayings.map((saying) => ({ key: saying.code, sentence: say(saying) })).filter(({ sentence }) => sentence !== "");
  const reasons = lines(fit.reasons, words.reason);
  const blockers = lines(fit.blockers, words.blocker);
  const cautions = lines(fit.caution ? [fit.caution] : [], words.caution);
  const said = new Set(cautions.map(({ key }) => key));
  const unknown = lines(fit.unknown, words.unknown).filter(({ key }) => !said.has(key));
  const isUnsaid = reasons.length + cautions.length + blockers.length === 0;
  return (
    <>
      {(reasons.length > 0 || isUnsaid) && (
        <Section title={t("one.whyFits")} lead={fit.word ? t(`one.word.${fit.word}`) : undefined}>
          {isUnsaid ? (
            <p className="text-ink-soft">{t("one.noReason")}</p>
          ) : (
            <Lines lines={reasons} icon={Check} tone="text-go" />
          )}
        </Section>
      )}
      {blockers.length > 0 && (
        <Section title={t("one.inTheWay")}>
          <Lines lines={blockers} icon={Ban} tone="text-stop" />
        </Section>
      )}
      {cautions.length > 0 && (
        <Section title={t("one.thinkAbout")}>
          <Lines lines={cautions} icon={TriangleAlert} tone="text-wait" />
        </Section>
      )}
      {unknown.length > 0 && (
        <Section title={t("one.unknown")}>
          <Lines lines={unknown} icon={CircleHelp} tone="text-ink-soft" />
        </Section>
      )}
    </>
  );
}

function Lines({ lines, icon: Icon, tone }: { lines: readonly Line[]; icon: LucideIcon; tone: string }) {
  return (
    <ul className="space-y-2">
      {lines.map(({ key, sentence }) => (
        <li key={key} className="flex gap-3">
          <Icon aria-hidden className={`mt-1 size-5 shrink-0 ${tone}`} />
          <span>{sentence}</span>
        </li>
      ))}
    </ul>
  );
}
