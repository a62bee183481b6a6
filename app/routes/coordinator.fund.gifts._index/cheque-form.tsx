import { useTranslation } from "react-i18next";
import type { Purpose } from "~/domain/fund/purposes";
import { Button } from "~/ui/button";
import { Select } from "~/ui/choice-fields";
import { Form } from "~/ui/form";
import type { FormReply } from "~/ui/form-reply";
import { DateField, NumberField, TextField } from "~/ui/text-fields";

interface ChequeFormProps {
  /** A number of its own for this form: sent twice, it books once. */
  formKey: string;
  purposes: readonly Purpose[];
  today: string;
  reply: FormReply | undefined;
}

/** A cheque that the school has paid in and that nobody had promised. */
export function ChequeForm({ formKey, purposes, today, reply }: ChequeFormProps) {
  const { t } = useTranslation("fund");
  return (
    <Form reply={reply} scope="cheque">
      <p>{t("gifts.chequeLead")}</p>
      <input type="hidden" name="formKey" value={formKey} />
      <TextField name="donorName" label={t("gifts.chequeDonor")} required />
      <Select
        name="purpose"
        label={t("fund.purpose")}
        choices={purposes.map((purpose) => ({ value: purpose, label: t(`purpose.${purpose}`) }))}
        required
      />
      <NumberField name="amount" label={t("fund.amount")} required />
      <TextField name="chequeNumber" label={t("cheque.number")} />
      <DateField name="receivedOn" label={t("cheque.on")} defaultValue={today} max={today} required />
      <TextField name="whyMore" label={t("cheque.whyMore")} hint={t("cheque.whyMoreHint")} />
      <Button name="intent" value="cheque" pendingText={t("fund.saving")}>
        {t("cheque.save")}
      </Button>
    </Form>
  );
}
