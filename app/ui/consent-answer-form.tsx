import { useTranslation } from "react-i18next";
import { Button } from "./button";
import type { ConsentSheetPage } from "./consent-sheet-page";
import { Form } from "./form";
import type { FormReply } from "./form-reply";
import { Notice } from "./notice";
import { TextField } from "./text-fields";

interface AnswerProps {
  page: ConsentSheetPage;
  /** Somebody who said no already can only change it to a yes. */
  mayRefuse: boolean;
  reply: FormReply | undefined;
}

/** A yes with its signature, or a no. Where no text is released there is no yes to give here, and a no all the same. */
export function ConsentAnswerForm({ page, mayRefuse, reply }: AnswerProps) {
  const { t } = useTranslation("consent");
  return (
    <Form reply={reply} draft="consent">
      {page.text ? <Signature page={page} /> : <Notice tone="wait">{t("page.noText")}</Notice>}
      <div className="flex flex-wrap gap-3">
        {page.text && (
          <Button look="primary" name="answer" value="give" pendingText={t("page.sending")}>
            {t("page.agree")}
          </Button>
        )}
        {mayRefuse && (
          <Button name="answer" value="refuse" pendingText={t("page.sending")}>
            {t("page.refuse")}
          </Button>
        )}
      </div>
    </Form>
  );
}

/** A student of 18 has signed in as themselves; a guardian says who they are and proves it with the school's code. */
function Signature({ page }: { page: ConsentSheetPage }) {
  const { t } = useTranslation("consent");
  return (
    <>
      <TextField name="typedName" label={t("page.name")} autoComplete="name" required />
      {!page.isSelf && (
        <>
          <TextField
            name="relationship"
            label={t("page.relationship", { name: page.studentName })}
            hint={t("page.relationshipHint")}
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
        </>
      )}
    </>
  );
}
