import { useTranslation } from "react-i18next";
import type { PursuitAnswer } from "~/domain/pursuit/answers";
import { Button } from "~/ui/button";
import { RadioGroup } from "~/ui/choice-fields";
import { Disclosure } from "~/ui/disclosure";
import { Form } from "~/ui/form";
import type { FormReply } from "~/ui/form-reply";
import { TextArea, TextField } from "~/ui/text-fields";

interface RecordAnswerProps {
  answers: readonly PursuitAnswer[];
  student: string;
  organisation: string;
  reply: FormReply | undefined;
}

/** What a host or a student said by phone, in person or on paper, taken down for them. */
export function RecordAnswerForm({ answers, student, organisation, reply }: RecordAnswerProps) {
  const { t } = useTranslation("pursuits");
  return (
    <Disclosure summary={t("case.answer.open")} open={reply !== undefined}>
      <Form reply={reply} scope="answer" draft="record-answer">
        <RadioGroup
          name="answer"
          label={t("case.answer.what")}
          required
          choices={answers.map((value) => ({ value, label: t(`case.answer.${value}`, { student, organisation }) }))}
        />
        <RadioGroup
          name="channel"
          label={t("case.answer.how")}
          required
          choices={(["phone", "in_person", "paper"] as const).map((value) => ({
            value,
            label: t(`case.answer.by.${value}`),
          }))}
        />
        <TextArea name="note" label={t("case.answer.note")} hint={t("case.answer.noteHint")} required rows={2} />
        <TextField name="interpreter" label={t("case.answer.interpreter")} />
        <Button name="intent" value="answer" pendingText={t("case.confirming")}>
          {t("case.answer.save")}
        </Button>
      </Form>
    </Disclosure>
  );
}
