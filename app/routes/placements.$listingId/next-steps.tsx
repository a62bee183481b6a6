import { useTranslation } from "react-i18next";
import { Section } from "~/ui/page";
import { Stepper } from "~/ui/stepper";

/** What happens after somebody has asked; kinds that staff ask for go another way. */
export function NextSteps({ kind }: { kind: string }) {
  const { t } = useTranslation("listing");
  const way = kind === "exhibition_panel" || kind === "classroom_expert" ? "staff" : "student";
  const steps = ([1, 2, 3] as const).map((step) => ({
    key: String(step),
    title: t(`next.${way}.${step}.title`),
    detail: t(`next.${way}.${step}.detail`),
    state: "plain" as const,
  }));
  return (
    <Section title={t("next.title")}>
      <Stepper steps={steps} label={t("next.title")} />
    </Section>
  );
}
