import { useTranslation } from "react-i18next";
import { Button } from "~/ui/button";
import { Form } from "~/ui/form";
import type { FormReply } from "~/ui/form-reply";
import { Section } from "~/ui/page";
import { TextArea } from "~/ui/text-fields";

/** What somebody who was invited asked, and the answer that goes to them by mail. */
export function AnswerForm({ questions, reply }: { questions: readonly string[]; reply: FormReply | undefined }) {
  const { t } = useTranslation("introductions");
  const answering = reply?.values?.intent === "answer";
  return (
    <Section title={t("one.asked")}>
      {questions.map((question) => (
        <blockquote key={question} className="mb-4 border-s-2 border-line ps-3 whitespace-pre-line">
          {question}
        </blockquote>
      ))}
      <Form reply={answering ? reply : undefined} scope="answer">
        <TextArea name="answer" label={t("one.answer")} hint={t("one.answerHint")} rows={4} required />
        <Button look="primary" name="intent" value="answer" pendingText={t("one.inviting")}>
          {t("one.sendAnswer")}
        </Button>
      </Form>
    </Section>
  );
}
