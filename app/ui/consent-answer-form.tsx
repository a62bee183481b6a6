import { useTranslation } from "react-i18next";
import { Button } from "./button";
import type { ConsentSheetPage } from "./consent-sheet-page";
import { Disclosure } from "./disclosure";
import { Form } from "./form";
import type { FormReply } from "./form-reply";
import { Notice } from "./notice";
import { TextArea, TextField } from "./text-fields";

/** Agree with name, relationship and code; say no; or ask. Two forms, so that a question never needs a code. */
export function ConsentAnswerForm({ page, reply }: { page: ConsentSheetPage; reply: FormReply | undefined }) {
  const { t } = useTranslation("consent");
  const asking = reply?.values?.answer === "question";
  return (
    <div className="space-y-6">
      {page.textBody ? (
        <Form reply={asking ? undefined : reply} draft="consent">
          <TextField name="typedName" label={t("page.name")} autoComplete="name" required />
          <TextField
            name="relationship"
            label={t("page.relationship", { name: page.studentName })}
            hint={t("page.relationshipHint")}
            defaultValue={page.relationship}
            required
          />
          <TextField
            name="code"
            label={t("page.code")}
            hint={t("page.codeHint")}
            inputMode="numeric"
            autoComplete="off"
            required
          />
          <div className="flex flex-wrap gap-3">
            <Button look="primary" name="answer" value="agree" pendingText={t("page.sending")}>
              {t("page.agree")}
            </Button>
            <Button name="answer" value="refuse" pendingText={t("page.sending")}>
              {t("page.refuse")}
            </Button>
          </div>
        </Form>
      ) : (
        <Notice tone="wait">{t("page.noText")}</Notice>
      )}
      <Disclosure summary={t("page.question")} open={asking}>
        <Form reply={asking ? reply : undefined}>
          <TextArea name="question" label={t("page.questionLabel")} required rows={3} />
          <Button name="answer" value="question" pendingText={t("page.sending")}>
            {t("page.askButton")}
          </Button>
        </Form>
      </Disclosure>
    </div>
  );
}
