import { useTranslation } from "react-i18next";
import type { PursuitAnswer } from "~/domain/pursuit/answers";
import { Button } from "~/ui/button";
import { RadioGroup } from "~/ui/choice-fields";
import { Disclosure } from "~/ui/disclosure";
import { Form } from "~/ui/form";
import type { FormReply } from "~/ui/form-reply";
import { HowItWasSaid } from "~/ui/how-it-was-said";

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
      <Form reply={reply} scope="answer" draft="record-answer" encType="multipart/form-data">
        <RadioGroup
          name="answer"
          label={t("case.answer.what")}
          required
          choices={answers.map((value) => ({ value, label: t(`case.answer.${value}`, { student, organisation }) }))}
        />
        <HowItWasSaid needsEvidence />
        <Button name="intent" value="answer" pendingText={t("case.confirming")}>
          {t("case.answer.save")}
        </Button>
      </Form>
    </Disclosure>
  );
}
