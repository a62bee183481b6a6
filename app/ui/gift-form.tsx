import { useTranslation } from "react-i18next";
import type { Currency } from "~/domain/fund/money";
import type { Purpose } from "~/domain/fund/purposes";
import { NO_THANKS, THANKS } from "~/domain/fund/thanks";
import { Button } from "./button";
import { Checkbox, RadioGroup } from "./choice-fields";
import { Disclosure } from "./disclosure";
import { Form } from "./form";
import type { FormReply } from "./form-reply";
import { GiftAmount } from "./gift-amount";
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
  fund: Fund;
  /** A mentor gives for their organisation and is not asked who they are. */
  asksWho: boolean;
  /** A number of its own for this form: sent twice, it makes one gift. */
  formKey: string;
  reply: FormReply | undefined;
}

/** Purpose, amount, who gives, now or later. */
export function GiftForm({ fund: { schoolId, settings }, asksWho, formKey, reply }: GiftFormProps) {
  const { t } = useTranslation(["fund", "thanks"]);
  const { purposes, anonymousAllowed } = settings;
  const thanks = reply?.values?.thanks;
  return (
    <Form reply={reply} className="group/gift space-y-6">
      <input type="hidden" name="formKey" value={formKey} />
      <input type="hidden" name="schoolId" value={schoolId} />
      <RadioGroup
        name="purpose"
        label={t("give.purpose")}
        required
        defaultValue={purposes[0]}
        choices={purposes.map((value) => ({ value, label: t(`purpose.${value}`) }))}
      />
      <GiftAmount settings={settings} />
      {asksWho && (
        <>
          <TextField name="donorName" label={t("give.donorName")} autoComplete="name" required />
          <TextField name="organisationName" label={t("give.organisation")} autoComplete="organization" />
        </>
      )}
      <TextField name="donorMail" type="email" label={t("give.mail")} autoComplete="email" />
      {anonymousAllowed && (
        <Checkbox name="anonymous" label={t(asksWho ? "give.anonymous" : "give.anonymousOrganisation")} />
      )}
      <Disclosure summary={t("thanks:gift.ask")} open={thanks !== undefined && thanks !== NO_THANKS.thanks}>
        <ThanksFields wish={NO_THANKS} choices={THANKS} />
      </Disclosure>
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
