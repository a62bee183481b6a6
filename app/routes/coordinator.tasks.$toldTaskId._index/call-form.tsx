import { useTranslation } from "react-i18next";
import { CALL_OUTCOMES, TELLING_CHANNELS } from "~/domain/notice/call";
import type { TaskView } from "~/features/tasks/open-task-to-tell.server";
import { Button } from "~/ui/button";
import { CheckboxGroup, RadioGroup, Select } from "~/ui/choice-fields";
import { Form } from "~/ui/form";
import type { FormReply } from "~/ui/form-reply";
import { formatDayOf } from "~/ui/format";
import { newsOf } from "~/ui/task-words";
import { DateField, TextField } from "~/ui/text-fields";
import { useText } from "~/ui/use-text";

interface CallFormProps extends Pick<TaskView, "task" | "others" | "today"> {
  timeZone: string;
  reply: FormReply | undefined;
}

/** What came of a try. Whoever was reached has been told, and may have heard the rest in the same call. */
export function CallForm({ task, others, today, timeZone, reply }: CallFormProps) {
  const { t, i18n } = useTranslation("calls");
  const text = useText();
  const waitsForAnswer = task.kind === "interpreter_consent";
  return (
    <Form reply={reply}>
      <RadioGroup
        name="outcome"
        label={t("form.outcome")}
        required
        choices={CALL_OUTCOMES.map((value) => ({
          value,
          label: t(`outcome.${value}`),
          hint: value === "reached" ? t(waitsForAnswer ? "form.reachedWaits" : "form.reachedHint") : undefined,
        }))}
      />
      <Select
        name="channel"
        label={t("form.channel")}
        required
        choices={TELLING_CHANNELS.map((value) => ({ value, label: t(`channel.${value}`) }))}
      />
      <DateField name="nextOn" label={t("form.next")} hint={t("form.nextHint")} min={today} />
      <TextField name="interpreter" label={t("form.interpreter")} autoComplete="off" maxLength={200} />
      <TextField name="note" label={t("form.note")} hint={t("form.noteHint")} autoComplete="off" maxLength={1000} />
      {others.length > 0 && (
        <CheckboxGroup
          name="alsoTold"
          label={t("form.also")}
          hint={t("form.alsoHint")}
          choices={others.map((other) => {
            const gist = newsOf({ kind: other.kind, facts: other.news ? { news: other.news } : {} });
            const what = gist ? text(gist) : text(`home:tasks.kind.${other.kind as "tell_family"}`);
            return {
              value: other.id,
              label: what,
              hint: text("home:tasks.since", { day: formatDayOf(other.openedAt, i18n.language, timeZone) }),
            };
          })}
        />
      )}
      <Button look="primary" pendingText={t("form.saving")}>
        {t("form.save")}
      </Button>
    </Form>
  );
}
