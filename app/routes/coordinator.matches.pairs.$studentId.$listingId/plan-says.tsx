import { useTranslation } from "react-i18next";
import { Section } from "~/ui/page";
import { type WhyNotView, WhyNotWords } from "~/ui/why-not";

type Asked = { ok: true; value: WhyNotView } | { ok: false; reason: string };

/** Why the plan has the pair or not, and what a lock of it would cost; nothing where there is no plan to ask. */
export function PlanSays({ answer }: { answer: Asked }) {
  const { t } = useTranslation("plans");
  if (!answer.ok && answer.reason === "no_plan") return null;
  return (
    <Section title={t("whyNot.title")}>
      {answer.ok && <WhyNotWords answer={answer.value} />}
      {!answer.ok && <p>{t(answer.reason === "plan_does_not_open" ? "noPlan.shutText" : "whyNot.unknown_pair")}</p>}
    </Section>
  );
}
