import { useTranslation } from "react-i18next";
import { type Currency, writeMoney } from "~/domain/fund/money";
import type { Purpose } from "~/domain/fund/purposes";
import { Button } from "~/ui/button";
import { Disclosure } from "~/ui/disclosure";
import { Form } from "~/ui/form";
import type { FormReply } from "~/ui/form-reply";
import { formatMoney } from "~/ui/format";
import { HeardName } from "~/ui/heard-name";
import { Notice } from "~/ui/notice";
import { NumberField, TextField } from "~/ui/text-fields";
import { TextLink } from "~/ui/text-link";

interface ShortfallProps {
  /** A number of its own for this form: sent twice, it books once. */
  formKey: string;
  purpose: Purpose;
  minor: number;
  currency: Currency;
  mayRun: boolean;
  reply: FormReply | undefined;
}

/** Says that the school has to make something good, leads to what it is made of, and takes down that it did. */
export function Shortfall({ formKey, purpose, minor, currency, mayRun, reply }: ShortfallProps) {
  const { t, i18n } = useTranslation("fund");
  const own = reply?.values?.purpose === purpose ? reply : undefined;
  return (
    <Notice tone="stop" title={t(`purpose.${purpose}`)}>
      <p>{t("fund.shortfall", { amount: formatMoney(minor, currency, i18n.language) })}</p>
      <p>
        <TextLink to={`/coordinator/fund/entries?account=shortfall&purpose=${purpose}`}>
          {t("fund.seeEntries")}
          <HeardName>{t(`purpose.${purpose}`)}</HeardName>
        </TextLink>
      </p>
      {mayRun && (
        <Disclosure
          summary={
            <span>
              {t("fund.cover")}
              <HeardName>{t(`purpose.${purpose}`)}</HeardName>
            </span>
          }
          open={own !== undefined}
        >
          <Form reply={own} scope={`cover-${purpose}`}>
            <input type="hidden" name="purpose" value={purpose} />
            <input type="hidden" name="formKey" value={formKey} />
            <NumberField name="amount" label={t("fund.amount")} defaultValue={writeMoney(minor, currency)} required />
            <TextField name="because" label={t("fund.coverWhy")} hint={t("fund.coverHint")} required />
            <Button name="intent" value="cover" pendingText={t("fund.saving")}>
              <span>
                {t("fund.saveCover")}
                <HeardName>{t(`purpose.${purpose}`)}</HeardName>
              </span>
            </Button>
          </Form>
        </Disclosure>
      )}
    </Notice>
  );
}
