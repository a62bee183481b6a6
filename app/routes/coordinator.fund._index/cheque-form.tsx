import { useTranslation } from "react-i18next";
import type { Purpose } from "~/domain/fund/purposes";
import { Button } from "~/ui/button";
import { Select } from "~/ui/choice-fields";
import { Disclosure } from "~/ui/disclosure";
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

/** A cheque that the school has paid in. */
export function ChequeForm({ formKey, purposes, today, reply }: ChequeFormProps) {
  const { t } = useTranslation("fund");
  return (
    <Form reply={reply} scope="cheque" className="max-w-text space-y-6">
      <input type="hidden" name="formKey" value={formKey} />
      <TextField name="donorName" label={t("fund.chequeDonor")} required />
      <Select
        name="purpose"
        label={t("fund.purpose")}
        choices={purposes.map((purpose) => ({ value: purpose, label: t(`purpose.${purpose}`) }))}
        required
      />
      <NumberField name="amount" label={t("fund.amount")} required />
      <TextField name="chequeNumber" label={t("fund.chequeNumber")} />
      <DateField name="receivedOn" label={t("fund.chequeOn")} defaultValue={today} max={today} required />
      <Button name="intent" value="cheque" pendingText={t("fund.deciding")}>
        {t("fund.saveCheque")}
      </Button>
    </Form>
  );
}

interface ChequeForProps {
  giftId: string;
  /** A number of its own for this form: sent twice, it books once. */
  formKey: string;
  amount: string;
  today: string;
  reply: FormReply | undefined;
}

/** A check for what somebody has promised or was sent an invoice for. */
export function ChequeFor({ giftId, formKey, amount, today, reply }: ChequeForProps) {
  const { t } = useTranslation("fund");
  return (
    <Disclosure summary={t("fund.chequeFor")} open={reply !== undefined}>
      <Form reply={reply} scope={`cheque-${giftId}`}>
        <input type="hidden" name="giftId" value={giftId} />
        <input type="hidden" name="formKey" value={formKey} />
        <NumberField name="amount" label={t("fund.amount")} defaultValue={amount} required />
        <TextField name="chequeNumber" label={t("fund.chequeNumber")} />
        <DateField name="receivedOn" label={t("fund.chequeOn")} defaultValue={today} max={today} required />
        <Button name="intent" value="cheque-for" pendingText={t("fund.deciding")}>
          {t("fund.saveCheque")}
        </Button>
      </Form>
    </Disclosure>
  );
}
