import { useTranslation } from "react-i18next";
import { Stepper } from "~/ui/stepper";

const STEPS = ["columns", "check", "run"] as const;
type ShownStep = (typeof STEPS)[number] | "check-students" | "check-guardians" | "check-contacts" | "result";

/** Where an import stands: match the columns, check the rows, bring them in. */
export function ImportSteps({ step }: { step: ShownStep }) {
  const { t } = useTranslation("imports");
  if (step === "result") return null;
  const now = STEPS.indexOf(isCheck(step) ? "check" : step);
  return (
    <Stepper
      label={t("steps.label")}
      steps={STEPS.map((key, place) => ({
        key,
        title: t(`steps.${key}`),
        state: place < now ? "done" : place === now ? "current" : "ahead",
      }))}
    />
  );
}

const isCheck = (step: ShownStep): step is Extract<ShownStep, `check${string}`> => step.startsWith("check");
