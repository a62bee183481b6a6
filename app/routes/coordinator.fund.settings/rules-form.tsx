import { useTranslation } from "react-i18next";
import { CURRENCIES, writeMoney } from "~/domain/fund/money";
import { PURPOSES } from "~/domain/fund/purposes";
import type { FundSettings } from "~/domain/fund/settings";
import { Button } from "~/ui/button";
import { Checkbox, CheckboxGroup, RadioGroup, Select } from "~/ui/choice-fields";
import { Disclosure } from "~/ui/disclosure";
import { Form } from "~/ui/form";
import type { FormReply } from "~/ui/form-reply";
import { NumberField, TextField } from "~/ui/text-fields";

interface RulesFormProps {
  fund: { book: "test" | "live"; isOpen: boolean; revision: number; settings: FundSettings };
  reply: FormReply | undefined;
}

/** The school's gift-acceptance rule, and what the business office needs. What is changed once a year is folded; a fault opens it. */
export function RulesForm({ fund, reply }: RulesFormProps) {
  const { t } = useTranslation("fund");
  const { book, isOpen, revision, settings } = fund;
  const { currency } = settings;
  const hasFault = (...fields: string[]) => fields.some((name) => reply?.errors?.[name]);
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
      <CheckboxGroup
        name="purposes"
        label={t("settings.purposes")}
        required
        defaultValue={settings.purposes}
        choices={PURPOSES.map((value) => ({ value, label: t(`purpose.${value}`) }))}
      />
      <div>
        <Disclosure summary={t("settings.acceptance")} open={hasFault("minimum", "maximum", "currency")}>
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
          <Checkbox
            name="anonymousAllowed"
            label={t("settings.anonymousAllowed")}
            defaultChecked={settings.anonymousAllowed}
          />
          <Select
            name="currency"
            label={t("settings.currency")}
            required
            defaultValue={currency}
            choices={CURRENCIES.map((value) => ({ value, label: value.toUpperCase() }))}
          />
        </Disclosure>
        <Disclosure
          summary={t("settings.amounts")}
          open={hasFault(...PURPOSES.map((purpose) => `suggested-${purpose}`))}
        >
          <p className="text-ink-soft">{t("settings.suggestedHint")}</p>
          {PURPOSES.map((purpose) => (
            <TextField
              key={purpose}
              name={`suggested-${purpose}`}
              label={t("settings.suggested", { purpose: t(`purpose.${purpose}`) })}
              defaultValue={settings.suggestedMinor[purpose].map((minor) => writeMoney(minor, currency)).join("; ")}
            />
          ))}
        </Disclosure>
        <Disclosure
          summary={t("settings.office")}
          open={hasFault("accountCode", "fiscalYearStart", ...PURPOSES.map((purpose) => `code-${purpose}`))}
        >
          <TextField name="accountCode" label={t("settings.accountCode")} defaultValue={settings.accountCode} />
          <p className="text-ink-soft">{t("settings.codeHint")}</p>
          {PURPOSES.map((purpose) => (
            <TextField
              key={purpose}
              name={`code-${purpose}`}
              label={t("settings.codeOf", { purpose: t(`purpose.${purpose}`) })}
              defaultValue={settings.accountCodes[purpose]}
            />
          ))}
          <NumberField
            name="fiscalYearStart"
            label={t("settings.fiscalStart")}
            required
            defaultValue={settings.fiscalYearStart}
          />
        </Disclosure>
        <Disclosure summary={t("settings.statement")} open={hasFault("statementDescriptor")}>
          <TextField
            name="statementDescriptor"
            label={t("settings.descriptor")}
            hint={t("settings.descriptorHint")}
            defaultValue={settings.statementDescriptor}
          />
        </Disclosure>
      </div>
      <Button look="primary" name="intent" value="save" pendingText={t("settings.saving")}>
        {t("settings.save")}
      </Button>
    </Form>
  );
}
