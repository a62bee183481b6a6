import { useTranslation } from "react-i18next";
import { CURRENCIES, writeMoney } from "~/domain/fund/money";
import { PURPOSES } from "~/domain/fund/purposes";
import type { FundSettings } from "~/domain/fund/settings";
import { Button } from "~/ui/button";
import { Checkbox, CheckboxGroup, RadioGroup, Select } from "~/ui/choice-fields";
import { Form } from "~/ui/form";
import type { FormReply } from "~/ui/form-reply";
import { NumberField, TextField } from "~/ui/text-fields";

interface RulesFormProps {
  fund: { book: "test" | "live"; isOpen: boolean; revision: number; settings: FundSettings };
  reply: FormReply | undefined;
}

/** The school's gift-acceptance rule, and what the business office needs. */
export function RulesForm({ fund, reply }: RulesFormProps) {
  const { t } = useTranslation("fund");
  const { book, isOpen, revision, settings } = fund;
  const { currency } = settings;
  return (
    <Form reply={reply}>
      <input type="hidden" name="seen" value={revision} />
      <Checkbox name="isOpen" label={t("settings.open")} defaultChecked={isOpen} />
      <RadioGroup
        name="book"
        label={t("settings.book")}
        required
        defaultValue={book}
        choices={(["test", "live"] as const).map((value) => ({ value, label: t(`settings.${value}`) }))}
      />
      <Select
        name="currency"
        label={t("settings.currency")}
        required
        defaultValue={currency}
        choices={CURRENCIES.map((value) => ({ value, label: value.toUpperCase() }))}
      />
      <CheckboxGroup
        name="purposes"
        label={t("settings.purposes")}
        required
        defaultValue={settings.purposes}
        choices={PURPOSES.map((value) => ({ value, label: t(`purpose.${value}`) }))}
      />
      <NumberField
        name="minimum"
        label={t("settings.minimum")}
        required
        defaultValue={writeMoney(settings.minimumMinor, currency)}
      />
      <NumberField
        name="maximum"
        label={t("settings.maximum")}
        required
        defaultValue={writeMoney(settings.maximumMinor, currency)}
      />
      {PURPOSES.map((purpose) => (
        <TextField
          key={purpose}
          name={`suggested-${purpose}`}
          label={t("settings.suggested", { purpose: t(`purpose.${purpose}`) })}
          hint={t("settings.suggestedHint")}
          defaultValue={settings.suggestedMinor[purpose].map((minor) => writeMoney(minor, currency)).join("; ")}
        />
      ))}
      <Checkbox
        name="anonymousAllowed"
        label={t("settings.anonymousAllowed")}
        defaultChecked={settings.anonymousAllowed}
      />
      <TextField name="accountCode" label={t("settings.accountCode")} defaultValue={settings.accountCode} />
      {PURPOSES.map((purpose) => (
        <TextField
          key={purpose}
          name={`code-${purpose}`}
          label={t("settings.codeOf", { purpose: t(`purpose.${purpose}`) })}
          hint={t("settings.codeHint")}
          defaultValue={settings.accountCodes[purpose]}
        />
      ))}
      <NumberField
        name="fiscalYearStart"
        label={t("settings.fiscalStart")}
        required
        defaultValue={settings.fiscalYearStart}
      />
      <TextField
        name="statementDescriptor"
        label={t("settings.descriptor")}
        hint={t("settings.descriptorHint")}
        defaultValue={settings.statementDescriptor}
      />
      <Button look="primary" name="intent" value="save" pendingText={t("settings.saving")}>
        {t("settings.save")}
      </Button>
    </Form>
  );
}
