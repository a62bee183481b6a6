import { useTranslation } from "react-i18next";
import type { Currency } from "~/domain/fund/money";
import { formatDay, formatMoney } from "~/ui/format";
import { TextLink } from "~/ui/text-link";
import type { Wish } from "./wish";

interface FoundProps {
  wish: Wish;
  count: number;
  /** What the lines of one account, or of accounts that are read together, come to, in minor units. */
  together: number | null;
  currency: Currency;
  between: { from?: string | undefined; to?: string | undefined };
}

/** How many lines the address asks for and what they come to, on whichever page; of which days; and the way back to all. */
export function Found({ wish: { page: _, ...asked }, count, together, currency, between: { from, to } }: FoundProps) {
  const { t, i18n } = useTranslation("fund");
  const day = (text: string) => formatDay(text, i18n.language, { withYear: true });
  const days =
    from && to
      ? t("entries.between", { from: day(from), to: day(to) })
      : from
        ? t("entries.since", { from: day(from) })
        : to && t("entries.until", { to: day(to) });
  const parts = [
    asked.there && t(`entries.there.${asked.there}`),
    t("entries.count", { count }),
    together !== null && t("entries.together", { money: formatMoney(together, currency, i18n.language) }),
    days,
  ];
  return (
    <div className="flex flex-wrap gap-x-6 gap-y-1">
      <p role="status">{parts.filter(Boolean).join(" · ")}</p>
      {Object.keys(asked).length > 0 && <TextLink to="/coordinator/fund/entries">{t("entries.showAll")}</TextLink>}
    </div>
  );
}
