import { useTranslation } from "react-i18next";
import { Button } from "~/ui/button";
import { Form } from "~/ui/form";
import type { FormReply } from "~/ui/form-reply";
import { TextArea, TextField } from "~/ui/text-fields";

export type Decision = "lift" | "keep" | "confirm" | "refuse";

/** Tasks that end by a decision, with the two there are. */
export const DECISIONS: Record<string, readonly [Decision, Decision]> = {
  relative_pair: ["lift", "keep"],
  confirm_organisation: ["confirm", "refuse"],
};

interface TaskFormProps {
  taskId: string;
  reply: FormReply | undefined;
}

/** Two answers, and why: the reason is kept with the decision. */
export function DecisionForm({ taskId, decisions, reply }: TaskFormProps & { decisions: readonly Decision[] }) {
  const { t } = useTranslation("home");
  return (
    <Form reply={reply} scope={taskId}>
      <input type="hidden" name="taskId" value={taskId} />
      <TextArea name="note" label={t("tasks.why")} hint={t("tasks.whyHint")} required rows={2} />
      <div className="flex flex-wrap gap-3">
        {decisions.map((decision) => (
          <Button key={decision} name="intent" value={decision} pendingText={t("tasks.saving")}>
            {t(`tasks.decision.${decision}`)}
          </Button>
        ))}
      </div>
    </Form>
  );
}

/** Done, or not needed, with a note of what was done. */
export function FinishForm({ taskId, reply }: TaskFormProps) {
  const { t } = useTranslation("home");
  return (
    <Form reply={reply} scope={taskId}>
      <input type="hidden" name="taskId" value={taskId} />
      <TextField name="note" label={t("tasks.note")} />
      <div className="flex flex-wrap gap-3">
        <Button name="intent" value="done" pendingText={t("tasks.saving")}>
          {t("tasks.done")}
        </Button>
        <Button name="intent" value="dropped" pendingText={t("tasks.saving")}>
          {t("tasks.drop")}
        </Button>
      </div>
    </Form>
  );
}
