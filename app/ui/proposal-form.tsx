import { useTranslation } from "react-i18next";
import { Button } from "./button";
import { Form } from "./form";
import type { FormReply } from "./form-reply";
import { ProposalFields } from "./proposal-fields";

interface ProposalFormProps {
  reply: FormReply | undefined;
  proposesAs: "guardian" | "student" | "staff";
  students: readonly { id: string; name: string }[];
  languages: readonly string[];
}

/** The form by which somebody of the school introduces whom they know. */
export function ProposalForm({ reply, ...fields }: ProposalFormProps) {
  const { t } = useTranslation("introductions");
  return (
    <Form reply={reply} draft="introduce">
      <ProposalFields reply={reply} {...fields} />
      <p className="text-ink-soft">{t("propose.promise")}</p>
      <Button look="primary" pendingText={t("propose.sending")}>
        {t("propose.send")}
      </Button>
    </Form>
  );
}
