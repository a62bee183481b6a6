import { Heart } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Button } from "~/ui/button";
import { Form } from "~/ui/form";
import type { FormReply } from "~/ui/form-reply";
import { Section } from "~/ui/page";
import { TextArea } from "~/ui/text-fields";

/** "I'd like this one": the student asks, with a note for the coordinator if they want. */
export function AskForm({ reply, isOpen }: { reply: FormReply | undefined; isOpen: boolean }) {
  const { t } = useTranslation("listing");
  return (
    <Section title={t("ask.title")} lead={isOpen ? t("ask.lead") : t("ask.leadFull")} id="ask">
      <Form reply={reply}>
        <TextArea name="note" label={t("ask.note")} hint={t("ask.noteHint")} maxLength={2000} />
        <Button look="primary" icon={Heart} name="intent" value="request" pendingText={t("ask.sending")}>
          {t("ask.send")}
        </Button>
      </Form>
    </Section>
  );
}
