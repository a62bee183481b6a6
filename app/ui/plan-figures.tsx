import { useTranslation } from "react-i18next";
import type { StudentShare } from "~/domain/matching/wishes-met";
import { formatNumber } from "./format";
import { Table } from "./table";

/** `pairFloor` and `pairTotal` count pairs; the other fits count each student once. */
type Figure =
  | "placed"
  | "withoutPlace"
  | "resting"
  | "ownPlace"
  | "topChoice"
  | "pairs"
  | "floor"
  | "fifthPercentile"
  | "median"
  | "total"
  | "inPlan"
  | "allPairs"
  | "chosen"
  | "steps"
  | "pairFloor"
  | "pairTotal";

/** Null where there is none, or where it was not counted. */
type FigureValue = number | StudentShare | null;

export interface FigureRow {
  key: Figure;
  board: FigureValue;
  other: FigureValue;
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
  const number = (value: number) => formatNumber(value, i18n.language);
  const said = (value: FigureValue) => {
    if (value === null) return "–";
    if (typeof value === "number") return number(value);
    return t("figure.share", { students: number(value.students), of: number(value.of) });
  };
  return (
    <>
      <Table
        onPhone="figures"
        caption={t("figure.name")}
        rows={rows}
        rowKey={({ key }) => key}
        columns={[
          { key: "name", header: t("figure.name"), cell: ({ key }) => <FigureName figure={key} /> },
          { key: "board", header: board ?? t("figure.board"), align: "end", cell: (row) => said(row.board) },
          { key: "other", header: other, align: "end", cell: (row) => said(row.other) },
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
