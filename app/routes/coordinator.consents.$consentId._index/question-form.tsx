import { useTranslation } from "react-i18next";
import { Button } from "~/ui/button";
import { RadioGroup } from "~/ui/choice-fields";
import { Disclosure } from "~/ui/disclosure";
import { Form } from "~/ui/form";
import type { FormReply } from "~/ui/form-reply";
import { TextArea, TextField } from "~/ui/text-fields";

/** A question that came by phone, on paper or in person: it becomes a task. */
export function QuestionForm({ reply }: { reply: FormReply | undefined }) {
  const { t } = useTranslation("consent");
  return (
    <Disclosure summary={t("record.question")} open={reply !== undefined}>
      <Form reply={reply} scope="question">
        <TextArea name="question" label={t("record.questionLabel")} required rows={3} />
        <RadioGroup
          name="channel"
          label={t("record.channel")}
          required
          choices={(["phone", "in_person", "paper"] as const).map((value) => ({
            value,
            label: t(`record.asked.${value}`),
          }))}
        />
        <TextField name="interpreter" label={t("record.interpreter")} hint={t("record.interpreterHint")} />
        <Button name="intent" value="question" pendingText={t("record.saving")}>
          {t("record.questionSave")}
        </Button>
      </Form>
    </Disclosure>
  );
}
