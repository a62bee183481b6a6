import { useTranslation } from "react-i18next";
import type { NextStep, WhoActs } from "~/domain/pursuit/next-step";
import { formatMomentSpan } from "./format";
import { useText } from "./use-text";

export interface NextLineProps {
  next: {
    step: NextStep;
    by: WhoActs;
    visit: { kind: string; startsAt: string; endsAt: string; place: string } | null;
  };
  timeZone: string;
}

/** Who must act and what comes next, as staff read it; with day, hours and place of a visit that is dated. */
export function NextLine({ next: { step, by, visit }, timeZone }: NextLineProps) {
  const { t, i18n } = useTranslation("home");
  const text = useText();
  if (step === "over") return null;
  return (
    <p className="text-ink-soft">
      {by !== "nobody" && <span className="font-semibold text-ink">{t(`turn.${by}`)} </span>}
      {step !== "visit" && <span>{t(`next.${step}`)} </span>}
      {visit && (
        <span>
          {t("next.visit", {
            kind: text(`pursuits:kind.${visit.kind}` as "pursuits:kind.shadow_day"),
            when: formatMomentSpan(visit.startsAt, visit.endsAt, { language: i18n.language, zone: timeZone }),
            place: visit.place,
          })}
        </span>
      )}
    </p>
  );
}
