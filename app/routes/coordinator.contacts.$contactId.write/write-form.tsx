import { useTranslation } from "react-i18next";
import { PLACEHOLDERS } from "~/domain/outreach/placeholders";
import { Button } from "~/ui/button";
import { Form } from "~/ui/form";
import type { FormReply } from "~/ui/form-reply";
import { TextArea, TextField } from "~/ui/text-fields";

interface WriteFormProps {
  outreachMailId: string;
  reply: FormReply | undefined;
  /** False while nobody may write to the contact: the words stay, to be read and kept. */
  maySend: boolean;
}

/** Subject and words; to look at, to send to oneself, and to send. */
export function WriteForm({ outreachMailId, reply, maySend }: WriteFormProps) {
  const { t } = useTranslation("outreach");
  const placeholders = PLACEHOLDERS.map((name) => `{${name}}`).join(" ");
  return (
    <Form reply={reply} draft="outreach">
      <input type="hidden" name="outreachMailId" value={outreachMailId} />
      <TextField name="subject" label={t("write.subject")} autoComplete="off" required />
      <TextArea
        name="body"
        label={t("write.body")}
        hint={
          <>
            {t("write.placeholders")} <bdi className="whitespace-nowrap">{placeholders}</bdi>
            <br />
            {t("write.noStudent")}
          </>
        }
        rows={10}
        required
      />
      <div className="flex flex-wrap gap-3">
        <Button name="intent" value="preview" pendingText={t("write.previewing")}>
          {t("write.preview")}
        </Button>
        <Button name="intent" value="test" pendingText={t("write.sending")}>
          {t("write.test")}
        </Button>
        {maySend && (
          <Button look="primary" name="intent" value="send" pendingText={t("write.sending")}>
            {t("write.send")}
          </Button>
        )}
      </div>
    </Form>
  );
}
