import { useTranslation } from "react-i18next";
import type { Currency } from "~/domain/fund/money";
import type { Purpose } from "~/domain/fund/purposes";
import { Button } from "~/ui/button";
import { Select } from "~/ui/choice-fields";
import { Form } from "~/ui/form";
import type { FormReply } from "~/ui/form-reply";
import { formatMoney } from "~/ui/format";
import { NumberField, TextArea, TextField } from "~/ui/text-fields";

interface ProposeFormProps {
  /** A number of its own for this form: sent twice, it asks once. */
  formKey: string;
  students: readonly { value: string; label: string }[];
  /** With what is free for each. */
  purposes: readonly { purpose: Purpose; availableMinor: number }[];
  currency: Currency;
  reply: FormReply | undefined;
}

/** One of two people asks for money for a student's need. */
export function ProposeForm({ formKey, students, purposes, currency, reply }: ProposeFormProps) {
  const { t, i18n } = useTranslation("fund");
  return (
    <Form reply={reply} scope="propose" className="space-y-6">
      <input type="hidden" name="formKey" value={formKey} />
      <Select
        name="studentId"
        label={t("needs.student")}
        emptyLabel={t("needs.chooseStudent")}
        choices={students}
        required
      />
      <Select
        name="purpose"
        label={t("fund.purpose")}
        choices={purposes.map(({ purpose, availableMinor }) => ({
          value: purpose,
          label: t("needs.purposeWith", {
            purpose: t(`purpose.${purpose}`),
            amount: formatMoney(availableMinor, currency, i18n.language),
          }),
        }))}
        required
      />
      <NumberField name="amount" label={t("fund.amount")} required />
      <TextArea name="need" label={t("needs.need")} required />
      <TextField name="businessDecision" label={t("needs.decision")} hint={t("needs.decisionHint")} />
      <Button look="primary" name="intent" value="propose" pendingText={t("fund.saving")}>
        {t("needs.saveProposal")}
      </Button>
    </Form>
  );
}
