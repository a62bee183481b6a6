import { useTranslation } from "react-i18next";
import type { NextStep, WhoActs } from "~/domain/pursuit/next-step";

interface FamilyNextProps {
  next: { step: NextStep; by: WhoActs };
  name: string;
  /** Whether this reader has been asked and has not answered. Of what others were asked nothing is said. */
  isAsked: boolean;
}

/** Whose turn it is, and what comes next, as a family reads it. */
export function FamilyNext({ next: { step, by }, name, isAsked }: FamilyNextProps) {
  const { t } = useTranslation("consent");
  if (step === "over") return null;
  const isConsent = step === "consent_for_contact" || step === "consent_for_start";
  // Whether another adult was asked, or said no, is theirs to tell: the two read alike.
  const isOthers = step === "consent_missing" || (by === "family" && !isAsked);
  const turn = isOthers ? "nobody" : by === "family" ? "you" : by;
  return (
    <p className="text-ink-soft">
      {turn !== "nobody" && <span className="font-semibold text-ink">{t(`home.turn.${turn}`, { name })} </span>}
      <span>{t(`home.next.${isConsent && turn !== "you" ? "consent_missing" : step}`, { name })}</span>
    </p>
  );
}
