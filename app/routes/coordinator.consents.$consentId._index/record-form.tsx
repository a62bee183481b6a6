import { useTranslation } from "react-i18next";
import { answersIn } from "~/domain/consent/answers";
import { Button } from "~/ui/button";
import { RadioGroup } from "~/ui/choice-fields";
import { Form } from "~/ui/form";
import type { FormReply } from "~/ui/form-reply";
import { HowItWasSaid } from "~/ui/how-it-was-said";
import { DateField, TextField } from "~/ui/text-fields";

interface RecordProps {
  data: { state: string; requestedOn: string; today: string };
  reply: FormReply | undefined;
}

/** What came on paper, by phone or in person. */
export function RecordForm({ data: { state, requestedOn, today }, reply }: RecordProps) {
  const { t } = useTranslation("consent");
  const answers = answersIn(state);
  if (answers.length === 0) return null;
  return (
    <Form reply={reply} draft="record-consent" encType="multipart/form-data">
      <RadioGroup
        name="answer"
        label={t("record.answer")}
        required
        choices={answers.map((value) => ({ value, label: t(`record.${value}`) }))}
      />
      <DateField name="on" label={t("record.on")} required defaultValue={today} min={requestedOn} max={today} />
      <TextField name="signedName" label={t("record.signedName")} />
      <TextField name="relationship" label={t("record.relationship")} />
      <HowItWasSaid channelHint={t("record.phoneHint")} />
      <Button look="primary" name="intent" value="record" pendingText={t("record.saving")}>
        {t("record.save")}
      </Button>
    </Form>
  );
}
