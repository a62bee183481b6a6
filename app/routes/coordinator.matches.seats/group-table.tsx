import { useTranslation } from "react-i18next";
import type { GroupDemand, Grouping } from "~/domain/matching/seats-and-demand";
import { formatNumber, formatWeekday } from "~/ui/format";
import { useMatchWords } from "~/ui/match-words";
import { Table } from "~/ui/table";

type Group = GroupDemand & { area: string | null };

/** Seats on one side, students on the other, where seats lack most first. */
export function GroupTable({ by, groups }: { by: Grouping; groups: readonly Group[] }) {
  const { t, i18n } = useTranslation("plans");
  const { interest } = useMatchWords();
  const number = (value: number) => formatNumber(value, i18n.language);
  const nameOf = ({ group, area }: Group) => {
    if (by === "day") return formatWeekday(Number(group), i18n.language);
    return by === "interest" ? interest(group) : (area ?? group);
  };
  return (
    <Table
      caption={t("seats.title")}
      rows={groups}
      rowKey={({ group }) => group}
      columns={[
        { key: "group", header: t(`seats.${by}`), cell: nameOf },
        { key: "seats", header: t("seats.seats"), align: "end", cell: ({ seats }) => number(seats) },
        { key: "students", header: t("seats.students"), align: "end", cell: ({ students }) => number(students) },
        { key: "left", header: t("seats.left"), align: "end", cell: ({ left }) => number(left) },
        {
          key: "more",
          header: t("seats.more"),
          cell: ({ placesMore }) => t(placesMore ? "seats.placesMore" : "seats.none"),
        },
      ]}
    />
  );
}
