import { useTranslation } from "react-i18next";
import { PLACEHOLDERS } from "~/domain/outreach/placeholders";
import { LONGEST_WAIT_DAYS, MOST_STEPS, SHORTEST_WAIT_DAYS, type Step } from "~/domain/outreach/sequence";
import { Button } from "~/ui/button";
import { Form } from "~/ui/form";
import type { FormReply } from "~/ui/form-reply";
import { Section } from "~/ui/page";
import { NumberField, TextArea, TextField } from "~/ui/text-fields";

interface StepsFormProps {
  sequence: { revision: number; language: string };
  steps: readonly Step[];
  reply: FormReply | undefined;
}

/** All mails of a sequence at once, each after the first with the days between. */
export function StepsForm({ sequence, steps, reply }: StepsFormProps) {
  const { t } = useTranslation("sequences");
  const places = Array.from({ length: MOST_STEPS }, (_, place) => place);
  return (
    <Form reply={reply} draft="sequence-steps">
      {/* Whoever was slower than a colleague saves nothing over their words before having read them. */}
      <input type="hidden" name="revision" value={String(reply?.values?.revision ?? sequence.revision)} />
      {places.map((place) => (
        <Section key={place} title={t("steps.one", { position: place + 1 })}>
          <StepFields place={place} step={steps[place]} language={sequence.language} />
        </Section>
      ))}
      <Button look="primary" name="intent" value="save" pendingText={t("saving")}>
        {t("steps.save")}
      </Button>
    </Form>
  );
}

interface StepFieldsProps {
  /** Counted from 0. */
  place: number;
  step: Step | undefined;
  language: string;
}

function StepFields({ place, step, language }: StepFieldsProps) {
  const { t } = useTranslation(["sequences", "outreach"]);
  const isFirst = place === 0;
  const number = place + 1;
  return (
    <div className="space-y-6">
      {!isFirst && (
        <NumberField
          name={`wait${number}`}
          label={t("steps.wait")}
          hint={t("steps.waitHint", { minimum: SHORTEST_WAIT_DAYS, maximum: LONGEST_WAIT_DAYS })}
          defaultValue={step?.waitDays ?? SHORTEST_WAIT_DAYS}
          required
        />
      )}
      <TextField
        name={`subject${number}`}
        label={t("steps.subject")}
        lang={language}
        autoComplete="off"
        defaultValue={step?.subject}
        required={isFirst}
      />
      <TextArea
        name={`body${number}`}
        label={t("steps.body")}
        lang={language}
        hint={
          <>
            {t("outreach:write.placeholders")}{" "}
            <bdi className="whitespace-nowrap">{PLACEHOLDERS.map((name) => `{${name}}`).join(" ")}</bdi>
            <br />
            {t("outreach:write.noStudent")}
          </>
        }
        rows={8}
        defaultValue={step?.body}
        required={isFirst}
      />
    </div>
  );
}
