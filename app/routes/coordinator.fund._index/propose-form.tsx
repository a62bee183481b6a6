import { useTranslation } from "react-i18next";
import type { Purpose } from "~/domain/fund/purposes";
import { Button } from "~/ui/button";
import { Select } from "~/ui/choice-fields";
import { Form } from "~/ui/form";
import type { FormReply } from "~/ui/form-reply";
import { NumberField, TextArea, TextField } from "~/ui/text-fields";

interface ProposeFormProps {
  /** A number of its own for this form: sent twice, it asks once. */
  formKey: string;
  students: readonly { value: string; label: string }[];
  purposes: readonly Purpose[];
  reply: FormReply | undefined;
}

/** One of two people asks for money for a student's need. */
export function ProposeForm({ formKey, students, purposes, reply }: ProposeFormProps) {
  const { t } = useTranslation("fund");
  return (
    <Form reply={reply} scope="propose" className="max-w-text space-y-6">
      <input type="hidden" name="formKey" value={formKey} />
      <Select
        name="studentId"
        label={t("fund.student")}
        emptyLabel={t("fund.chooseStudent")}
        choices={students}
        required
      />
      <Select
        name="purpose"
        label={t("fund.purpose")}
        choices={purposes.map((purpose) => ({ value: purpose, label: t(`purpose.${purpose}`) }))}
        required
      />
      <NumberField name="amount" label={t("fund.amount")} required />
      <TextArea name="need" label={t("fund.need")} required />
      <TextField name="businessDecision" label={t("fund.decision")} hint={t("fund.decisionHint")} />
      <Button look="primary" name="intent" value="propose" pendingText={t("fund.proposing")}>
        {t("fund.propose")}
      </Button>
    </Form>
  );
}
