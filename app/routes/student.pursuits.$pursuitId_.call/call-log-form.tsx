import { useTranslation } from "react-i18next";
import { CALL_OUTCOMES } from "~/domain/first-call/outcome";
import { Button } from "~/ui/button";
import { RadioGroup } from "~/ui/choice-fields";
import { Form } from "~/ui/form";
import type { FormReply } from "~/ui/form-reply";
import { Section } from "~/ui/page";
import { DateField, TextArea } from "~/ui/text-fields";

interface CallLogFormProps {
  callId: string;
  /** How many calls are noted. */
  noted: number;
  today: string;
  reply: FormReply | undefined;
}

/** Where the student notes what came of a call. */
export function CallLogForm({ callId, noted, today, reply }: CallLogFormProps) {
  const { t } = useTranslation("coach");
  return (
    <Section title={t("you.log.title")} lead={t("you.log.lead")}>
      {/* A new form after each call, and only then: what somebody types while a refusal arrives stays. */}
      <Form key={noted} reply={reply}>
        <input type="hidden" name="callId" value={callId} />
        <RadioGroup
          name="outcome"
          label={t("you.log.outcome")}
          required
          choices={CALL_OUTCOMES.map((outcome) => ({ value: outcome, label: t(`you.outcome.${outcome}`) }))}
        />
        <DateField name="callBackOn" label={t("you.log.day")} hint={t("you.log.dayHint")} min={today} />
        <TextArea name="note" label={t("you.log.note")} hint={t("you.log.noteHint")} rows={3} maxLength={500} />
        <Button look="primary" pendingText={t("you.log.saving")}>
          {t("you.log.save")}
        </Button>
      </Form>
    </Section>
  );
}
