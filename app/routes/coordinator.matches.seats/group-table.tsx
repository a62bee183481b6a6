import { useTranslation } from "react-i18next";
import type { GroupDemand, Grouping } from "~/domain/matching/group-demand";
import { formatNumber, formatWeekday } from "~/ui/format";
import { useMatchWords } from "~/ui/match-words";
import { type Column, Table } from "~/ui/table";
import { TextLink } from "~/ui/text-link";
import { useSeatWords } from "./seat-words";

type Group = Omit<GroupDemand, "listingIds"> & {
  area: string | null;
  /** Of the listing where one more seat does most. */
  title: string | null;
  /** How many more students any number of seats there could place. */
  most: number;
};

/** Seats on one side, students on the other, and what one more seat does, in a sentence. */
export function GroupTable({ by, groups, isPriced }: { by: Grouping; groups: readonly Group[]; isPriced: boolean }) {
  const { t, i18n } = useTranslation("plans");
  const namesOf = useGroupNames(by);
  const number = (value: number) => formatNumber(value, i18n.language);
  const more: Column<Group> = {
    key: "more",
    header: t("seats.more"),
    cell: (row) => <OneMore row={row} subject={t(`seats.oneMore.${by}`, { ...namesOf(row) })} />,
  };
  return (
    <Table
      onPhone="figures"
      caption={t("seats.title")}
      rows={groups}
      rowKey={({ group }) => group}
      columns={[
        { key: "group", header: t(`seats.${by}`), cell: (row) => labelOf(namesOf(row)) },
        { key: "seats", header: t("seats.seats"), align: "end", cell: ({ seats }) => number(seats) },
        { key: "students", header: t("seats.students"), align: "end", cell: ({ students }) => number(students) },
        { key: "left", header: t("seats.left"), align: "end", cell: ({ left }) => number(left) },
        ...(isPriced ? [more] : []),
      ]}
    />
  );
}

function labelOf({ name, day }: { name: string; day: string }): string {
  return [day, name].filter(Boolean).join(" · ");
}

/** "One more Tuesday seat in health places one more student", and the way to try it. */
function OneMore({ row: { best, title, most }, subject }: { row: Group; subject: string }) {
  const { t } = useTranslation("plans");
  const words = useSeatWords();
  if (best === null) return t("seats.noPlace");
  const isOfUse = Object.values(best.difference).some((change) => change !== null && change !== 0);
  return (
    <div className="space-y-1">
      <p>
        {words.sentence(subject, best.difference)} {most > 0 && t("seats.most", { count: most })}
      </p>
      {isOfUse && (
        <p>
          <TextLink to={`/coordinator/matches/what-if?kind=seats&listingId=${best.listingId}&added=1`}>
            {t("seats.tryIt", { title: title ?? "" })}
          </TextLink>
        </p>
      )}
    </div>
  );
}

/** The day of a group, and the interest or area; empty where it has none. */
function useGroupNames(by: Grouping) {
  const { t, i18n } = useTranslation("plans");
  const { interest } = useMatchWords();
  const day = (group: string) => formatWeekday(Number(group), i18n.language);
  return ({ group, area }: Group): { name: string; day: string } => {
    if (by === "interest") return { name: interest(group), day: "" };
    if (by === "day") return { name: "", day: day(group) };
    if (by === "area") return { name: area ?? t("seats.somewhere"), day: "" };
    const [weekday = "", ...rest] = group.split(" ");
    return { name: interest(rest.join(" ")), day: day(weekday) };
  };
}
