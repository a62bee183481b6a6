import { useTranslation } from "react-i18next";
import { type Currency, writeMoney } from "~/domain/fund/money";
import { Button } from "~/ui/button";
import { Checkbox } from "~/ui/choice-fields";
import { Disclosure } from "~/ui/disclosure";
import { Form } from "~/ui/form";
import type { FormReply } from "~/ui/form-reply";
import { formatMoney } from "~/ui/format";
import { HeardName } from "~/ui/heard-name";
import { Notice } from "~/ui/notice";
import { PictureField } from "~/ui/picture-field";
import { DateField, NumberField, TextField } from "~/ui/text-fields";
import { TextLink } from "~/ui/text-link";
import type { Need } from "./view.server";

interface PaidFormProps {
  need: Need;
  /** What the row is called: amount and student. */
  title: string;
  /** What the books hold at the bank. */
  bankMinor: number;
  today: string;
  reply: FormReply | undefined;
}

/** What the school paid outside of this site, with its receipt. */
export function PaidForm({ need: { id, minor, currency }, title, bankMinor, today, reply }: PaidFormProps) {
  const { t, i18n } = useTranslation("fund");
  return (
    <Disclosure
      summary={
        <span>
          {t("needs.pay")}
          <HeardName>{title}</HeardName>
        </span>
      }
      open={reply !== undefined}
    >
      <Form reply={reply} scope={`paid-${id}`} encType="multipart/form-data">
        <input type="hidden" name="allocationId" value={id} />
        {minor > bankMinor && (
          <Notice tone="wait">
            <p>{t("needs.moreThanBank", { amount: formatMoney(bankMinor, currency as Currency, i18n.language) })}</p>
            <TextLink to="/coordinator/fund/entries?account=bank">
              {t("fund.seeEntries")}
              <HeardName>{t("account.bank")}</HeardName>
            </TextLink>
          </Notice>
        )}
        <NumberField
          name="amount"
          label={t("needs.paidAmount")}
          defaultValue={writeMoney(minor, currency as Currency)}
          required
        />
        <DateField name="paidOn" label={t("needs.paidDay")} defaultValue={today} max={today} required />
        <TextField name="evidence" label={t("needs.evidence")} hint={t("needs.evidenceHint")} required />
        <PictureField name="receipt" label={t("needs.picture")} hint={t("needs.pictureHint")} />
        <Checkbox name="confirmed" label={t("needs.confirmed")} />
        <Button name="intent" value="paid" pendingText={t("fund.saving")}>
          <span>
            {t("needs.savePaid")}
            <HeardName>{title}</HeardName>
          </span>
        </Button>
      </Form>
    </Disclosure>
  );
}
