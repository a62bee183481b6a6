import { useTranslation } from "react-i18next";
import { type EquityGrouping, type EquityRow, NOT_SAID, OTHERS, type Rate } from "~/domain/matching/equity";
import { formatLanguage, formatNames, formatNumber } from "~/ui/format";
import { Table } from "~/ui/table";

type Group = EquityRow & { area: string | null };

interface EquityTableProps {
  by: EquityGrouping;
  groups: readonly Group[];
  all: EquityRow;
}

/** A row for each group, and one for all of them. */
export function EquityTable({ by, groups, all }: EquityTableProps) {
  const { t, i18n } = useTranslation("plans");
  const number = (value: number | null) => (value === null ? t("equity.hidden") : formatNumber(value, i18n.language));
  const rate = (value: Rate) => (value ? t("equity.rate", shareOf(value)) : t("equity.hidden"));
  const nameOf = ({ group, area }: Group) => {
    if (group === all.group) return t("equity.all");
    if (group === OTHERS) return t("equity.others");
    if (group === NOT_SAID) return t("equity.notSaid");
    if (by === "language") return formatLanguage(group, i18n.language);
    return by === "grade" ? t("equity.gradeOf", { grade: group }) : (area ?? t("equity.notSaid"));
  };
  const rows = [...groups, { ...all, area: null }];
  const [shown, hidden] = partColumns(rows);
  const headers = { placed: "placed", topChoice: "topChoice", medianFit: "fit", medianMinutes: "travel" } as const;
  const cells = {
    placed: ({ placed }: Group) => rate(placed),
    topChoice: ({ topChoice }: Group) => rate(topChoice),
    medianFit: ({ medianFit }: Group) => number(medianFit),
    medianMinutes: ({ medianMinutes }: Group) =>
      medianMinutes === null ? t("equity.hidden") : t("equity.minutes", { count: medianMinutes }),
  };
  const names = hidden.map((key) => t(`equity.${headers[key]}`));
  return (
    <>
      {hidden.length > 0 && <p>{t("equity.notShown", { columns: formatNames(names, i18n.language) })}</p>}
      <Table
        onPhone="figures"
        caption={t("equity.caption", { by: t(`equity.${by}`) })}
        captionShown
        rows={rows}
        rowKey={({ group }) => group}
        columns={[
          { key: "group", header: t(`equity.${by}`), cell: nameOf },
          { key: "students", header: t("equity.students"), align: "end", cell: ({ students }) => number(students) },
          ...shown.map((key) => ({
            key,
            header: t(`equity.${headers[key]}`),
            align: "end" as const,
            cell: cells[key],
          })),
        ]}
      />
    </>
  );
}

const MEASURES = ["placed", "topChoice", "medianFit", "medianMinutes"] as const;

/** Measures with a number in some row, and those that are hidden in every row: they are said once, above the table. */
function partColumns(rows: readonly EquityRow[]) {
  const isShown = (key: (typeof MEASURES)[number]) => rows.some((row) => row[key] !== null);
  return [MEASURES.filter(isShown), MEASURES.filter((key) => !isShown(key))] as const;
}

function shareOf({ count, of }: NonNullable<Rate>) {
  return { students: count, of, percent: of === 0 ? 0 : Math.round((100 * count) / of) };
}
