import { useTranslation } from "react-i18next";
import { Button } from "~/ui/button";
import { Form } from "~/ui/form";
import type { FormReply } from "~/ui/form-reply";
import { HowItWasTold } from "~/ui/how-it-was-said";
import { Section } from "~/ui/page";
import { TextArea } from "~/ui/text-fields";

interface AnswerFormProps {
  questions: readonly string[];
  /** False where a person tells them. */
  isByMail: boolean;
  reply: FormReply | undefined;
}

/** What somebody who was introduced asked, and the answer that goes to them by mail, or that they were told. */
export function AnswerForm({ questions, isByMail, reply }: AnswerFormProps) {
  const { t } = useTranslation("introductions");
  const answering = reply?.values?.intent === "answer";
  return (
    <Section title={t("one.asked")}>
      {questions.map((question) => (
        <blockquote key={question} className="mb-4 border-s-2 border-line ps-3 whitespace-pre-line">
          {question}
        </blockquote>
      ))}
      <Form reply={answering ? reply : undefined} scope="answer" className="space-y-4">
        <TextArea
          name="answer"
          label={t("one.answer")}
          hint={t(isByMail ? "one.answerHint" : "one.answerTold")}
          rows={4}
          required
        />
        {!isByMail && <HowItWasTold />}
        <Button look="primary" name="intent" value="answer" pendingText={t("one.inviting")}>
          {t(isByMail ? "one.sendAnswer" : "one.noteAnswer")}
        </Button>
      </Form>
    </Section>
  );
}
