import { useTranslation } from "react-i18next";
import { Button } from "~/ui/button";
import { Select } from "~/ui/choice-fields";
import { Form } from "~/ui/form";
import type { FormReply } from "~/ui/form-reply";
import { TextArea, TextField } from "~/ui/text-fields";

interface AnswerProps {
  /** Addresses in the mail to which one can answer. */
  to: readonly string[];
  /** Its reader. */
  from: string;
  formKey: string;
  reply: FormReply | undefined;
}

/** Does what a mail program does: sends an answer that quotes the mail, from its reader's address or another one. */
export function AnswerForm({ to, from, formKey, reply }: AnswerProps) {
  const { t } = useTranslation("mailbox");
  return (
    <Form reply={reply} key={formKey}>
      <input type="hidden" name="formKey" value={formKey} />
      <Select name="to" label={t("field.to")} choices={to.map((value) => ({ value, label: value }))} />
      <TextField name="from" type="email" label={t("field.from")} defaultValue={from} autoComplete="off" />
      <TextArea name="body" label={t("answer.body")} rows={4} dir="auto" required />
      <Button pendingText={t("answer.sending")}>{t("answer.send")}</Button>
    </Form>
  );
}
