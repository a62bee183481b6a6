import { useTranslation } from "react-i18next";
import type { Currency } from "~/domain/fund/money";
import { type ReportRow, sideOf } from "~/domain/fund/month-report";
import { addDays } from "~/domain/time";
import { formatMoney } from "~/ui/format";
import { type Column, Table } from "~/ui/table";
import { TextLink } from "~/ui/text-link";

type CodedRow = ReportRow & { code: string };

interface ReportTableProps {
  caption: string;
  report: { from: string; to: string; rows: readonly CodedRow[] };
  currency: Currency;
}

/** Opening, what came and went, closing. Every figure leads to the lines it is made of. */
export function ReportTable({ caption, report: { from, to, rows }, currency }: ReportTableProps) {
  const { t, i18n } = useTranslation("fund");
  const figure = (row: ReportRow, minor: number, which: Record<string, string>) => {
    const query = new URLSearchParams({ account: row.account, ...(row.purpose && { purpose: row.purpose }), ...which });
    return <TextLink to={`/coordinator/fund/entries?${query}`}>{formatMoney(minor, currency, i18n.language)}</TextLink>;
  };
  const columns: Column<CodedRow>[] = [
    {
      key: "account",
      header: t("entries.account"),
      cell: ({ account, purpose }) =>
        [purpose && t(`purpose.${purpose}`), t(`account.${account}`)].filter(Boolean).join(" · "),
    },
    { key: "code", header: t("month.codeHead"), cell: ({ code }) => code || "–" },
    {
      key: "opening",
      header: t("month.opening"),
      align: "end",
      cell: (row) => figure(row, row.openingMinor, { to: addDays(from, -1) }),
    },
    {
      key: "came",
      header: t("month.came"),
      align: "end",
      cell: (row) => figure(row, row.cameMinor, { side: sideOf(row.account, "came"), from, to }),
    },
    {
      key: "went",
      header: t("month.went"),
      align: "end",
      cell: (row) => figure(row, row.wentMinor, { side: sideOf(row.account, "went"), from, to }),
    },
    {
      key: "closing",
      header: t("month.closing"),
      align: "end",
      cell: (row) => figure(row, row.closingMinor, { to }),
    },
  ];
  return rows.length === 0 ? (
    <p className="text-ink-soft">{t("month.none")}</p>
  ) : (
    <Table
      caption={caption}
      columns={columns}
      rows={rows}
      rowKey={({ account, purpose }) => `${purpose ?? ""} ${account}`}
    />
  );
}
