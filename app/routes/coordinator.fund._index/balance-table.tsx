import { useTranslation } from "react-i18next";
import type { Account } from "~/domain/fund/accounts";
import type { Currency } from "~/domain/fund/money";
import type { Purpose } from "~/domain/fund/purposes";
import { DescriptionList } from "~/ui/description-list";
import { formatMoney } from "~/ui/format";
import { HeardName } from "~/ui/heard-name";
import { type Column, Table } from "~/ui/table";
import { TextLink } from "~/ui/text-link";

interface Figure {
  account: Account;
  minor: number;
}
interface PurposeRow {
  purpose: Purpose;
  figures: readonly Figure[];
}

interface BalanceTableProps {
  rows: readonly PurposeRow[];
  assets: readonly Figure[];
  currency: Currency;
}

/** What each purpose has, and where the money is. Every figure leads to the lines it is made of. */
export function BalanceTable({ rows, assets, currency }: BalanceTableProps) {
  const { t } = useTranslation("fund");
  const figures = rows[0]?.figures ?? [];
  const columns: Column<PurposeRow>[] = [
    { key: "purpose", header: t("fund.purpose"), cell: ({ purpose }) => t(`purpose.${purpose}`) },
    ...figures.map(
      ({ account }, at): Column<PurposeRow> => ({
        key: account,
        header: t(`account.${account}`),
        align: "end",
        cell: ({ purpose, figures: own }) => (
          <FigureLink account={account} purpose={purpose} minor={own[at]?.minor ?? 0} currency={currency} />
        ),
      }),
    ),
  ];
  return (
    <div className="space-y-8">
      <Table caption={t("fund.byPurpose")} columns={columns} rows={rows} rowKey={({ purpose }) => purpose} />
      <div className="max-w-text">
        <h3 className="mb-2 text-title-3">{t("fund.assets")}</h3>
        <DescriptionList
          rows={assets.map(({ account, minor }) => ({
            key: account,
            name: t(`account.${account}`),
            value: <FigureLink account={account} minor={minor} currency={currency} />,
          }))}
        />
      </div>
    </div>
  );
}

function FigureLink({ account, purpose, minor, currency }: Figure & { purpose?: Purpose; currency: Currency }) {
  const { t, i18n } = useTranslation("fund");
  const query = new URLSearchParams({ account, ...(purpose && { purpose }) });
  return (
    <TextLink to={`/coordinator/fund/entries?${query}`}>
      {formatMoney(minor, currency, i18n.language)}
      <HeardName>{[purpose && t(`purpose.${purpose}`), t(`account.${account}`)].filter(Boolean).join(" · ")}</HeardName>
    </TextLink>
  );
}
