import { useTranslation } from "react-i18next";
import { formatNumber } from "./format";
import { Table } from "./table";

/** `pairFloor` and `pairTotal` count pairs; the other fits count each student once. */
type Figure =
  | "placed"
  | "withoutPlace"
  | "resting"
  | "topChoice"
  | "pairs"
  | "floor"
  | "fifthPercentile"
  | "median"
  | "total"
  | "inPlan"
  | "allPairs"
  | "chosen"
  | "pairFloor"
  | "pairTotal";

export interface FigureRow {
  key: Figure;
  board: number | null;
  other: number | null;
}

/** The plan on the board, or the one that `board` names, and another one, figure by figure, with what each figure means. */
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
        onPhone="figures"
        caption={t("figure.name")}
        rows={rows}
        rowKey={({ key }) => key}
        columns={[
          { key: "name", header: t("figure.name"), cell: ({ key }) => <FigureName figure={key} /> },
          { key: "board", header: board ?? t("figure.board"), align: "end", cell: (row) => number(row.board) },
          { key: "other", header: other, align: "end", cell: (row) => number(row.other) },
        ]}
      />
      <p className="pt-3 text-ink-soft">{t("figure.note")}</p>
    </>
  );
}

function FigureName({ figure }: { figure: Figure }) {
  const { t } = useTranslation("plans");
  return (
    <>
      {t(`figure.${figure}`)}
      <span className="block max-w-prose text-small font-normal text-ink-soft">{t(`figure.means.${figure}`)}</span>
    </>
  );
}
