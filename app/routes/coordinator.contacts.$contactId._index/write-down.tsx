import { useTranslation } from "react-i18next";
import { CALL_OUTCOMES, REPLY_OUTCOMES, REPLY_WAYS } from "~/domain/outreach/contact";
import { Button } from "~/ui/button";
import { RadioGroup } from "~/ui/choice-fields";
import { Disclosure } from "~/ui/disclosure";
import { Form } from "~/ui/form";
import type { FormReply } from "~/ui/form-reply";
import { DateField, TextArea } from "~/ui/text-fields";

interface WriteDownProps {
  /** Of what is written next: a second click on the same form writes nothing more. */
  noteId: string;
  /** How much is written down: with each more the forms begin anew, and with nothing else. */
  written: number;
  today: string;
  reply: FormReply | undefined;
}

/** Three small forms: a call with its day and outcome, an answer, or a note. */
export function WriteDown({ noteId, written, today, reply }: WriteDownProps) {
  const { t } = useTranslation("outreach");
  const intent = reply?.values?.intent;
  return (
    <div>
      <Disclosure summary={t("call.title")} open={intent === "call"}>
        <Form key={`call-${written}`} reply={intent === "call" ? reply : undefined} scope="call">
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
      <Disclosure summary={t("reply.title")} open={intent === "reply"}>
        <Form key={`reply-${written}`} reply={intent === "reply" ? reply : undefined} scope="reply">
          <input type="hidden" name="noteId" value={noteId} />
          <DateField name="on" label={t("reply.day")} defaultValue={today} max={today} required />
          <RadioGroup
            name="via"
            label={t("reply.way")}
            required
            choices={REPLY_WAYS.map((value) => ({ value, label: t(`via.${value}`) }))}
          />
          <RadioGroup
            name="reply"
            label={t("reply.outcome")}
            required
            choices={REPLY_OUTCOMES.map((value) => ({ value, label: t(`replied.${value}`) }))}
          />
          <TextArea name="body" label={t("reply.words")} rows={2} />
          <Button name="intent" value="reply" pendingText={t("saving")}>
            {t("reply.save")}
          </Button>
        </Form>
      </Disclosure>
      <Disclosure summary={t("note.title")} open={intent === "note"}>
        <Form key={`note-${written}`} reply={intent === "note" ? reply : undefined} scope="note">
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
