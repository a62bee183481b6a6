import { useTranslation } from "react-i18next";
import type { Currency } from "~/domain/fund/money";
import { Row, RowList } from "~/ui/card";
import { formatDay, formatMoney } from "~/ui/format";
import { HeardName } from "~/ui/heard-name";
import { Pagination } from "~/ui/pagination";
import { TextLink } from "~/ui/text-link";

interface PayoutListProps {
  payouts: readonly { payout: string; minor: number; currency: string; on_day: string }[];
  /** How many payouts there are on all pages, and what they come to. */
  list: { count: number; minor: number; page: number; pages: number };
  currency: Currency;
}

/** A page of payouts, each leading to its lines, and what all of them come to. */
export function PayoutList({ payouts, list: { count, minor, page, pages }, currency }: PayoutListProps) {
  const { t, i18n } = useTranslation("fund");
  if (payouts.length === 0) return <p className="text-ink-soft">{t("checks.noPayouts")}</p>;
  return (
    <div className="space-y-4">
      <p>
        {t("checks.payoutCount", { count })}
        {" · "}
        <TextLink to="/coordinator/fund/entries?account=bank&of=payouts">
          {t("entries.together", { money: formatMoney(minor, currency, i18n.language) })}
          <HeardName>{t("checks.payouts")}</HeardName>
        </TextLink>
      </p>
      <RowList label={t("checks.payouts")}>
        {payouts.map((each) => (
          <Row
            key={each.payout}
            to={`/coordinator/fund/entries?payout=${each.payout}`}
            title={formatMoney(each.minor, each.currency as Currency, i18n.language)}
            detail={`${formatDay(each.on_day, i18n.language, { withYear: true })} · ${each.payout}`}
          />
        ))}
      </RowList>
      <Pagination page={page} pages={pages} of={{ parameter: "payouts", name: t("checks.payouts") }} />
    </div>
  );
}
