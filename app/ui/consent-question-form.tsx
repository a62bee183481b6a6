import { useTranslation } from "react-i18next";
import { Button } from "./button";
import { Disclosure } from "./disclosure";
import { Form } from "./form";
import type { FormReply } from "./form-reply";
import { TextArea } from "./text-fields";

/** A form of its own, so that a question never needs a code. */
export function ConsentQuestionForm({ reply }: { reply: FormReply | undefined }) {
  const { t } = useTranslation("consent");
  return (
    <Disclosure summary={t("page.question")} open={reply !== undefined}>
      <Form reply={reply}>
        <TextArea name="question" label={t("page.questionLabel")} required rows={3} />
        <Button name="answer" value="question" pendingText={t("page.sending")}>
          {t("page.askButton")}
        </Button>
      </Form>
    </Disclosure>
  );
}
