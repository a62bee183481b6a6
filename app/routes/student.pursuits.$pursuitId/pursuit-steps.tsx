import { useTranslation } from "react-i18next";
import { Stepper } from "~/ui/stepper";
import { useText } from "~/ui/use-text";

const STEPS = ["asked", "endorsed", "approved", "family", "contacted", "offered", "accepted", "started"] as const;

/** How many of the steps are behind a pursuit in this state; an ended one shows the way as it is for everybody. */
function stepsDone(state: string, familyAgreed: boolean): number | null {
  if (state === "suggested") return 0;
  if (state === "requested") return 1;
  if (state === "approved") return familyAgreed ? 3 : 2;
  if (state === "contacted") return 4;
  if (state === "offered") return 5;
  if (state === "accepted") return 6;
  return null;
}

interface PursuitStepsProps {
  state: string;
  familyAgreed: boolean;
  /** Whether the advisor has read the request; null where the school asks for no word of theirs. */
  endorsement: "open" | "read" | null;
}

/** The way from "I'd like this one" to the first day, and where the student is on it. */
export function PursuitSteps({ state, familyAgreed, endorsement }: PursuitStepsProps) {
  const { t } = useTranslation("pursuits");
  const text = useText();
  const behind = stepsDone(state, familyAgreed);
  // The advisor's step is behind whoever is past the request.
  const isPast = endorsement !== null && behind !== null && behind >= 1 && !(behind === 1 && endorsement === "open");
  const done = behind === null ? null : behind + (isPast ? 1 : 0);
  const steps = STEPS.filter((key) => key !== "endorsed" || endorsement !== null).map((key, place) => ({
    key,
    title: text(`pursuits:one.step.${key}`),
    state:
      done === null
        ? ("plain" as const)
        : place < done
          ? ("done" as const)
          : place === done
            ? ("current" as const)
            : ("ahead" as const),
  }));
  return <Stepper steps={steps} label={t("one.steps")} />;
}
