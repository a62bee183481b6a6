import { useNavigation } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { CardPair } from "~/domain/interest/finder/deck";
import { Button, LinkButton } from "~/ui/button";
import { Form } from "~/ui/form";
import type { FormReply } from "~/ui/form-reply";
import { LiveRegion } from "~/ui/live-region";
import { ProgressBar } from "~/ui/progress-bar";
import { ReadAloud } from "~/ui/read-aloud";
import { useText } from "~/ui/use-text";
import { WorkPicture } from "~/ui/work-picture";

interface CardQuestionProps {
  step: number;
  total: number;
  question: CardPair;
  mayFinish: boolean;
  reply: FormReply | undefined;
}

/** Two things one could do, as two large buttons, and the ways round them. */
export function CardQuestion({ step, total, question, mayFinish, reply }: CardQuestionProps) {
  const { t } = useTranslation("interests");
  const say = useCardWords();
  const [left, right] = [say(question.left), say(question.right)];
  return (
    <div className="max-w-3xl space-y-6">
      <ProgressBar words={t("cards.step", { step: step + 1, total })} done={step} of={total} />
      <LiveRegion>{t("cards.spoken", { left, right })}</LiveRegion>
      <Form reply={reply}>
        <input type="hidden" name="step" value={step} />
        <input type="hidden" name="left" value={question.left} />
        <input type="hidden" name="right" value={question.right} />
        <div className="grid items-stretch gap-4 sm:grid-cols-2">
          <CardButton side="left" interestId={question.left} words={left} />
          <CardButton side="right" interestId={question.right} words={right} />
        </div>
        <div className="flex flex-wrap gap-3">
          <Button name="intent" value="unsure">
            {t("cards.unsure")}
          </Button>
          <Button name="intent" value="neither">
            {t("cards.neither")}
          </Button>
          <ReadAloud text={t("cards.spoken", { left, right })} />
        </div>
        <div className="flex flex-wrap gap-3 border-t border-line pt-4">
          {step > 0 && (
            <Button name="intent" value="back">
              {t("cards.back")}
            </Button>
          )}
          {mayFinish && (
            <Button name="intent" value="finish">
              {t("cards.finish")}
            </Button>
          )}
          <LinkButton to="/student/interests">{t("cards.later")}</LinkButton>
        </div>
        <p className="text-small text-ink-soft">{t("cards.laterHint")}</p>
      </Form>
    </div>
  );
}

/** A picture and its words; the whole card is the button. A second press while the first is on its way does nothing. */
function CardButton({ side, interestId, words }: { side: "left" | "right"; interestId: string; words: string }) {
  const { t } = useTranslation("interests");
  const busy = useNavigation().state !== "idle";
  return (
    <button
      type="submit"
      name="intent"
      value={side}
      aria-disabled={busy || undefined}
      onClick={(event) => busy && event.preventDefault()}
      className="flex flex-row items-center gap-4 rounded-md border border-line-strong bg-surface p-4 text-start text-title-3 hover:border-accent hover:bg-accent-soft sm:flex-col sm:items-stretch sm:p-6"
    >
      <span className="w-32 shrink-0 sm:w-full">
        <WorkPicture interestId={interestId} />
      </span>
      <span className="font-semibold">{words}</span>
      {busy && <span className="heard-only">{t("cards.choosing")}</span>}
    </button>
  );
}

function useCardWords(): (interestId: string) => string {
  const text = useText();
  return (interestId) => text(`interests:card.${interestId}` as "interests:card.animals");
}
