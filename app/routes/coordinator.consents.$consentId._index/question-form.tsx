import { useTranslation } from "react-i18next";
import { Button } from "~/ui/button";
import { Disclosure } from "~/ui/disclosure";
import { Form } from "~/ui/form";
import type { FormReply } from "~/ui/form-reply";
import { HowItWasSaid } from "~/ui/how-it-was-said";
import { TextArea } from "~/ui/text-fields";

/** A question that came by phone, on paper or in person: it becomes a task. */
export function QuestionForm({ reply }: { reply: FormReply | undefined }) {
  const { t } = useTranslation("consent");
  return (
    <Disclosure summary={t("record.question")} open={reply !== undefined}>
      <Form reply={reply} scope="question" encType="multipart/form-data">
        <TextArea name="question" label={t("record.questionLabel")} required rows={3} />
        <HowItWasSaid />
        <Button name="intent" value="question" pendingText={t("record.saving")}>
          {t("record.questionSave")}
        </Button>
      </Form>
    </Disclosure>
  );
}
