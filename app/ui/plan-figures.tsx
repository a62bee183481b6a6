import { useTranslation } from "react-i18next";
import { formatNumber } from "./format";
import { Table } from "./table";

export interface FigureRow {
  key: "placed" | "topChoice" | "pairs" | "floor" | "fifthPercentile" | "median" | "total";
  board: number | null;
  other: number | null;
}

/** The plan on the board, or the one that `board` names, and another one, figure by figure. */
export function PlanFiguresTable({
  rows,
  board,
  other,
}: {
  rows: readonly FigureRow[];
  board?: string;
  other: string;
}) {
  const { t, i18n } = useTranslation("plans");
  const number = (value: number | null) => (value === null ? "–" : formatNumber(value, i18n.language));
  return (
    <>
      <Table
        caption={t("figure.name")}
        rows={rows}
        rowKey={({ key }) => key}
        columns={[
          { key: "name", header: t("figure.name"), cell: ({ key }) => t(`figure.${key}`) },
          { key: "board", header: board ?? t("figure.board"), align: "end", cell: (row) => number(row.board) },
          { key: "other", header: other, align: "end", cell: (row) => number(row.other) },
        ]}
      />
      <p className="text-ink-soft">{t("figure.note")}</p>
    </>
  );
}
