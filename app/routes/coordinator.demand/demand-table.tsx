import { useTranslation } from "react-i18next";
import type { ToldDemand } from "~/domain/interest/demand";
import { formatNumber } from "~/ui/format";
import { useMatchWords } from "~/ui/match-words";
import { Table } from "~/ui/table";
import { SmallNumber } from "./small-number";

/** Interests with the students who like them and the open seats, where seats lack most first. A null is fewer than ten. */
export function DemandTable({ rows }: { rows: readonly ToldDemand[] }) {
  const { t, i18n } = useTranslation("plans");
  const { interest } = useMatchWords();
  const number = (value: number | null) => (value === null ? t("demand.fewer") : formatNumber(value, i18n.language));
  return (
    <Table
      caption={t("demand.title")}
      onPhone="table"
      rows={rows}
      rowKey={({ interestId }) => interestId}
      columns={[
        { key: "interest", header: t("seats.interest"), cell: ({ interestId }) => interest(interestId) },
        {
          key: "students",
          header: t("demand.like"),
          align: "end",
          cell: ({ students }) => <SmallNumber value={students} />,
        },
        { key: "keen", header: t("demand.keen"), align: "end", cell: ({ keen }) => <SmallNumber value={keen} /> },
        { key: "seats", header: t("demand.seats"), align: "end", cell: ({ seats }) => number(seats) },
      ]}
    />
  );
}
