import { useTranslation } from "react-i18next";
import type { Currency } from "~/domain/fund/money";
import { formatMoney } from "~/ui/format";
import { TextLink } from "~/ui/text-link";

interface NeedTotalsProps {
  count: number;
  totals: readonly { account: "allocated" | "disbursed"; minor: number }[];
  currency: Currency;
}

/** How many needs there are on all pages, and what is set aside and paid out for them; each sum leads to its lines. */
export function NeedTotals({ count, totals, currency }: NeedTotalsProps) {
  const { t, i18n } = useTranslation("fund");
  return (
    <ul className="flex flex-wrap gap-x-6 gap-y-1">
      <li>{t("needs.inAll", { count })}</li>
      {totals.map(({ account, minor }) => (
        <li key={account}>
          <TextLink to={`/coordinator/fund/entries?account=${account}`}>
            {`${t(`account.${account}`)}: ${formatMoney(minor, currency, i18n.language)}`}
          </TextLink>
        </li>
      ))}
    </ul>
  );
}
