import { useTranslation } from "react-i18next";
import { type Currency, writeMoney } from "~/domain/fund/money";
import type { Purpose } from "~/domain/fund/purposes";
import { NO_THANKS, THANKS } from "~/domain/fund/thanks";
import { Button } from "./button";
import { Checkbox, RadioGroup, Select } from "./choice-fields";
import { Form } from "./form";
import type { FormReply } from "./form-reply";
import { formatMoney } from "./format";
import { TextField } from "./text-fields";
import { ThanksFields } from "./thanks-fields";

interface Fund {
  schoolId: string;
  schoolName: string;
  settings: {
    currency: Currency;
    purposes: readonly Purpose[];
    suggestedMinor: Readonly<Record<Purpose, readonly number[]>>;
    minimumMinor: number;
    maximumMinor: number;
    anonymousAllowed: boolean;
  };
}

interface GiftFormProps {
  funds: readonly [Fund, ...Fund[]];
  /** A mentor gives for their organisation and is not asked who they are. */
  asksWho: boolean;
  /** A number of its own for this form: sent twice, it makes one gift. */
  formKey: string;
  reply: FormReply | undefined;
}

/** Purpose, amount, who gives, now or later. */
export function GiftForm({ funds, asksWho, formKey, reply }: GiftFormProps) {
  const { t, i18n } = useTranslation("fund");
  const [{ settings, schoolId }] = funds;
  const { currency, purposes, suggestedMinor, minimumMinor, maximumMinor, anonymousAllowed } = settings;
  const money = (minor: number) => formatMoney(minor, currency, i18n.language);
  const suggested = (purpose: Purpose) => suggestedMinor[purpose].map(money).join(" · ");
  return (
    <Form reply={reply}>
      <input type="hidden" name="formKey" value={formKey} />
      {funds.length > 1 ? (
        <Select
          name="schoolId"
          label={t("give.school")}
          required
          choices={funds.map((fund) => ({ value: fund.schoolId, label: fund.schoolName }))}
        />
      ) : (
        <input type="hidden" name="schoolId" value={schoolId} />
      )}
      <RadioGroup
        name="purpose"
        label={t("give.purpose")}
        required
        defaultValue={purposes[0]}
        choices={purposes.map((purpose) => ({
          value: purpose,
          label: t(`purpose.${purpose}`),
          hint: suggested(purpose),
        }))}
      />
      <TextField
        name="amount"
        label={t("give.amount")}
        hint={t("give.amountHint", {
          currency: currency.toUpperCase(),
          minimum: money(minimumMinor),
          maximum: money(maximumMinor),
          suggested: suggested(purposes[0] ?? "transit"),
        })}
        inputMode="decimal"
        autoComplete="off"
        required
        defaultValue={writeMoney(suggestedMinor[purposes[0] ?? "transit"][0] ?? minimumMinor, currency)}
      />
      {asksWho && (
        <>
          <TextField name="donorName" label={t("give.donorName")} autoComplete="name" required />
          <TextField name="organisationName" label={t("give.organisation")} autoComplete="organization" />
        </>
      )}
      <TextField name="donorMail" type="email" label={t("give.mail")} autoComplete="email" />
      {anonymousAllowed && asksWho && <Checkbox name="anonymous" label={t("give.anonymous")} />}
      <ThanksFields wish={NO_THANKS} choices={THANKS} />
      <RadioGroup
        name="how"
        label={t("give.how")}
        required
        defaultValue="now"
        choices={(["now", "later", "invoice"] as const).map((value) => ({
          value,
          label: t(`give.way.${value}`),
          hint: t(`give.wayHint.${value}`),
        }))}
      />
      <Button look="primary" pendingText={t("give.sending")}>
        {t("give.send")}
      </Button>
    </Form>
  );
}
