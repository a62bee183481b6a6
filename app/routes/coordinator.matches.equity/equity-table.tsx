import { useTranslation } from "react-i18next";
import { type EquityGrouping, type EquityRow, NOT_SAID, OTHERS, type Rate } from "~/domain/matching/equity";
import { formatLanguage, formatNumber } from "~/ui/format";
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
  return (
    <Table
      caption={t("equity.caption", { by: t(`equity.${by}`) })}
      captionShown
      rows={[...groups, { ...all, area: null }]}
      rowKey={({ group }) => group}
      columns={[
        { key: "group", header: t(`equity.${by}`), cell: nameOf },
        { key: "students", header: t("equity.students"), align: "end", cell: ({ students }) => number(students) },
        { key: "placed", header: t("equity.placed"), align: "end", cell: ({ placed }) => rate(placed) },
        { key: "topChoice", header: t("equity.topChoice"), align: "end", cell: ({ topChoice }) => rate(topChoice) },
        { key: "fit", header: t("equity.fit"), align: "end", cell: ({ medianFit }) => number(medianFit) },
        {
          key: "minutes",
          header: t("equity.travel"),
          align: "end",
          cell: ({ medianMinutes }) =>
            medianMinutes === null ? t("equity.hidden") : t("equity.minutes", { count: medianMinutes }),
        },
      ]}
    />
  );
}

function shareOf({ count, of }: NonNullable<Rate>) {
  return { students: count, of, percent: of === 0 ? 0 : Math.round((100 * count) / of) };
}
