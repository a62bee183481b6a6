import { useTranslation } from "react-i18next";
import { CALL_OUTCOMES } from "~/domain/outreach/contact";
import { Button } from "~/ui/button";
import { RadioGroup } from "~/ui/choice-fields";
import { Disclosure } from "~/ui/disclosure";
import { Form } from "~/ui/form";
import type { FormReply } from "~/ui/form-reply";
import { DateField, TextArea } from "~/ui/text-fields";

interface WriteDownProps {
  /** Of what is written next: a second click on the same form writes nothing more. */
  noteId: string;
  today: string;
  reply: FormReply | undefined;
}

/** Two small forms: a call with its day and outcome, or a note. */
export function WriteDown({ noteId, today, reply }: WriteDownProps) {
  const { t } = useTranslation("outreach");
  const intent = reply?.values?.intent;
  return (
    <div>
      <Disclosure summary={t("call.title")} open={intent === "call"}>
        <Form key={`call-${noteId}`} reply={intent === "call" ? reply : undefined} scope="call">
          <input type="hidden" name="noteId" value={noteId} />
          <DateField name="on" label={t("call.day")} defaultValue={today} max={today} required />
          <RadioGroup
            name="call"
            label={t("call.outcome")}
            required
            choices={CALL_OUTCOMES.map((value) => ({ value, label: t(`outcome.${value}`) }))}
          />
          <TextArea name="body" label={t("call.words")} rows={2} />
          <Button name="intent" value="call" pendingText={t("saving")}>
            {t("call.save")}
          </Button>
        </Form>
      </Disclosure>
      <Disclosure summary={t("note.title")} open={intent === "note"}>
        <Form key={`note-${noteId}`} reply={intent === "note" ? reply : undefined} scope="note">
          <input type="hidden" name="noteId" value={noteId} />
          <TextArea name="body" label={t("note.words")} rows={3} required />
          <Button name="intent" value="note" pendingText={t("saving")}>
            {t("note.save")}
          </Button>
        </Form>
      </Disclosure>
    </div>
  );
}
