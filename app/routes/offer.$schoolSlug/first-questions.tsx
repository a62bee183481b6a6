import { useTranslation } from "react-i18next";
import { LONGEST_MAIL, LONGEST_NAME, LONGEST_ORGANISATION, LONGEST_WHAT } from "~/domain/visitor-offer/visitor-offer";
import { Button } from "~/ui/button";
import { Form } from "~/ui/form";
import type { FormReply } from "~/ui/form-reply";
import { TextArea, TextField } from "~/ui/text-fields";

/** What, who and where to write: all that an offer begins with. */
export function FirstQuestions({ reply }: { reply: FormReply | null | undefined }) {
  const { t } = useTranslation("offers");
  return (
    <Form reply={reply} draft="offer">
      <TextArea
        name="what"
        label={t("field.what")}
        hint={t("field.whatHint")}
        maxLength={LONGEST_WHAT}
        rows={4}
        required
      />
      <TextField name="name" label={t("field.name")} maxLength={LONGEST_NAME} autoComplete="name" required />
      <TextField
        name="organisationName"
        label={t("field.organisation")}
        hint={t("field.organisationHint")}
        maxLength={LONGEST_ORGANISATION}
        autoComplete="organization"
        required
      />
      <TextField
        name="mail"
        type="email"
        label={t("field.mail")}
        hint={t("field.mailHint")}
        maxLength={LONGEST_MAIL}
        autoComplete="email"
        required
      />
      {/* Nobody sees or reaches this field; machines fill it in. */}
      <div hidden>
        <input type="text" name="website" tabIndex={-1} autoComplete="off" aria-hidden="true" data-no-draft />
      </div>
      <p className="text-ink-soft">{t("start.promise")}</p>
      <Button look="primary" pendingText={t("start.sending")}>
        {t("start.send")}
      </Button>
    </Form>
  );
}
