import { useTranslation } from "react-i18next";
import { Button } from "~/ui/button";
import { Disclosure } from "~/ui/disclosure";
import { Form } from "~/ui/form";
import type { FormReply } from "~/ui/form-reply";
import { DateField, NumberField, TextField } from "~/ui/text-fields";

interface ChequeForProps {
  /** A number of its own for this form: sent twice, it books once. */
  formKey: string;
  /** What is still owed. */
  amount: string;
  today: string;
  reply: FormReply | undefined;
}

/** A check for what somebody has promised or was sent an invoice for. */
export function ChequeFor({ formKey, amount, today, reply }: ChequeForProps) {
  const { t } = useTranslation("fund");
  return (
    <Disclosure summary={t("cheque.came")} open={reply !== undefined}>
      <Form reply={reply} scope="cheque-for">
        <input type="hidden" name="formKey" value={formKey} />
        <NumberField name="amount" label={t("fund.amount")} defaultValue={amount} required />
        <TextField name="chequeNumber" label={t("cheque.number")} />
        <DateField name="receivedOn" label={t("cheque.on")} defaultValue={today} max={today} required />
        <TextField name="whyMore" label={t("cheque.whyMore")} hint={t("cheque.whyMoreHint")} />
        <Button name="intent" value="cheque-for" pendingText={t("fund.saving")}>
          {t("cheque.save")}
        </Button>
      </Form>
    </Disclosure>
  );
}
