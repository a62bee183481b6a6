import { useTranslation } from "react-i18next";
import type { Currency } from "~/domain/fund/money";
import { leftMinor, type ReportRow, sideOf } from "~/domain/fund/month-report";
import { PURPOSES } from "~/domain/fund/purposes";
import { addDays } from "~/domain/time";
import { Disclosure } from "~/ui/disclosure";
import { formatMoney } from "~/ui/format";
import { HeardName } from "~/ui/heard-name";
import { type Column, Table } from "~/ui/table";
import { TextLink } from "~/ui/text-link";

type CodedRow = ReportRow & { code: string };

interface ReportProps {
  caption: string;
  report: { from: string; to: string; rows: readonly CodedRow[] };
  currency: Currency;
}

/** The accounts of a purpose, or the places where the money is, folded under what they come to; on paper nothing is folded. */
export function Report({ caption, report: { from, to, rows }, currency }: ReportProps) {
  const { t, i18n } = useTranslation("fund");
  if (rows.length === 0) return <p className="text-ink-soft">{t("month.none")}</p>;
  return (
    <div className="print-whole">
      {[...PURPOSES, null].map((purpose) => {
        const own = rows.filter((row) => row.purpose === purpose);
        if (own.length === 0) return null;
        const name = t(purpose ? `purpose.${purpose}` : "fund.assets");
        const left = formatMoney(leftMinor(own), currency, i18n.language);
        const there = new URLSearchParams(purpose ? { there: "kept", purpose, to } : { there: "places", to });
        return (
          <Disclosure
            key={purpose ?? "assets"}
            summary={
              <span className="flex flex-1 flex-wrap justify-between gap-x-6">
                {name}
                <span className="font-normal text-ink tabular-nums">{t("month.left", { amount: left })}</span>
              </span>
            }
          >
            <ReportTable caption={`${caption} · ${name}`} report={{ from, to, rows: own }} currency={currency} />
            <p>
              <TextLink to={`/coordinator/fund/entries?${there}`}>
                {t("month.left", { amount: left })}
                <HeardName>{`${caption} · ${name}`}</HeardName>
              </TextLink>
              {" = "}
              {t(purpose ? "entries.there.kept" : "entries.there.places")}
            </p>
          </Disclosure>
        );
      })}
    </div>
  );
}

/** Opening, what came and went, closing. Every figure leads to the lines it is made of. */
function ReportTable({ caption, report: { from, to, rows }, currency }: ReportProps) {
  const { t, i18n } = useTranslation("fund");
  const figure = (row: ReportRow, minor: number, column: string, which: Record<string, string>) => {
    const query = new URLSearchParams({ account: row.account, ...(row.purpose && { purpose: row.purpose }), ...which });
    return (
      <TextLink to={`/coordinator/fund/entries?${query}`}>
        {formatMoney(minor, currency, i18n.language)}
        <HeardName>{`${t(`account.${row.account}`)} · ${column} · ${caption}`}</HeardName>
      </TextLink>
    );
  };
  const columns: Column<CodedRow>[] = [
    { key: "account", header: t("entries.account"), cell: ({ account }) => t(`account.${account}`) },
    { key: "code", header: t("month.codeHead"), cell: ({ code }) => code || "–" },
    {
      key: "opening",
      header: t("month.opening"),
      align: "end",
      cell: (row) => figure(row, row.openingMinor, t("month.opening"), { to: addDays(from, -1) }),
    },
    {
      key: "came",
      header: t("month.came"),
      align: "end",
      cell: (row) => figure(row, row.cameMinor, t("month.came"), { side: sideOf(row.account, "came"), from, to }),
    },
    {
      key: "went",
      header: t("month.went"),
      align: "end",
      cell: (row) => figure(row, row.wentMinor, t("month.went"), { side: sideOf(row.account, "went"), from, to }),
    },
    {
      key: "closing",
      header: t("month.closing"),
      align: "end",
      cell: (row) => figure(row, row.closingMinor, t("month.closing"), { to }),
    },
  ];
  return (
    <Table
      caption={caption}
      columns={columns}
      rows={rows}
      rowKey={({ account, purpose }) => `${purpose ?? ""} ${account}`}
      onPhone="figures"
    />
  );
}
