import type { FormEvent } from "react";
import { useTranslation } from "react-i18next";
import { type Currency, writeMoney } from "~/domain/fund/money";
import type { Purpose } from "~/domain/fund/purposes";
import type { FundSettings } from "~/domain/fund/settings";
import { useFieldReply } from "./form-reply";
import { formatMoney } from "./format";
import { TextField } from "./text-fields";

/**
 * Shows the amounts of the purpose that is chosen, without scripts. A browser that does not know `:has` shows the field for an own
 * amount alone.
 */
const SHOWN_WITH: Readonly<Record<Purpose, string>> = {
  transit: "hidden group-has-[[name=purpose][value=transit]:checked]/gift:block",
  tools: "hidden group-has-[[name=purpose][value=tools]:checked]/gift:block",
  clearance: "hidden group-has-[[name=purpose][value=clearance]:checked]/gift:block",
  stipend: "hidden group-has-[[name=purpose][value=stipend]:checked]/gift:block",
};

type AmountSettings = Pick<FundSettings, "currency" | "purposes" | "suggestedMinor" | "minimumMinor" | "maximumMinor">;

/** How much: one of the amounts that the school suggests for the chosen purpose, or one of the donor's own. */
export function GiftAmount({ settings }: { settings: AmountSettings }) {
  const { t, i18n } = useTranslation("fund");
  const { currency, purposes, suggestedMinor, minimumMinor, maximumMinor } = settings;
  const money = (minor: number) => formatMoney(minor, currency, i18n.language);
  const suggesting = purposes.filter((purpose) => suggestedMinor[purpose].length > 0);
  return (
    <>
      {suggesting.map((purpose) => (
        <Suggested key={purpose} purpose={purpose} amounts={suggestedMinor[purpose]} currency={currency} />
      ))}
      <TextField
        name="amount"
        label={t("give.ownAmount")}
        hint={t("give.amountHint", {
          currency: currency.toUpperCase(),
          minimum: money(minimumMinor),
          maximum: money(maximumMinor),
        })}
        inputMode="decimal"
        autoComplete="off"
        required={suggesting.length === 0}
        onInput={chooseOwn}
      />
    </>
  );
}

interface SuggestedProps {
  purpose: Purpose;
  amounts: readonly number[];
  currency: Currency;
}

function Suggested({ purpose, amounts, currency }: SuggestedProps) {
  const { t, i18n } = useTranslation("fund");
  const name = `offered-${purpose}`;
  const { typed } = useFieldReply(name);
  const choices = [
    ...amounts.map((minor) => ({
      value: writeMoney(minor, currency),
      label: formatMoney(minor, currency, i18n.language),
    })),
    { value: "own", label: t("give.another") },
  ];
  return (
    <fieldset className={SHOWN_WITH[purpose]}>
      <legend className="font-semibold">
        {t("give.amount")} <span className="heard-only">{t(`purpose.${purpose}`)}</span>
      </legend>
      <div className="mt-1.5 flex flex-wrap gap-2">
        {choices.map(({ value, label }) => (
          <label
            key={value}
            className="flex min-h-11 cursor-pointer items-center gap-2 rounded-md border border-line-strong bg-surface px-3 py-2 has-checked:border-accent has-checked:bg-accent-soft"
          >
            <input
              type="radio"
              name={name}
              value={value}
              defaultChecked={typed === value}
              onChange={value === "own" ? undefined : emptyOwn}
              className="size-5 shrink-0"
            />
            {label}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

/** Whoever writes an amount of their own does not take a suggested one. */
function chooseOwn({ currentTarget: { form, value } }: FormEvent<HTMLInputElement>): void {
  if (value === "") return;
  for (const radio of form?.querySelectorAll<HTMLInputElement>('[name^="offered-"][value="own"]') ?? [])
    radio.checked = true;
}

/** Whoever takes a suggested amount does not give one that they wrote before. */
function emptyOwn({ currentTarget: { form } }: FormEvent<HTMLInputElement>): void {
  const own = form?.elements.namedItem("amount");
  if (own instanceof HTMLInputElement) own.value = "";
}
