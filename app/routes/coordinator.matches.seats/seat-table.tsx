import { useTranslation } from "react-i18next";
import type { SeatDemand } from "~/domain/matching/seats-and-demand";
import { formatNumber } from "~/ui/format";
import { type Column, Table } from "~/ui/table";
import { TextLink } from "~/ui/text-link";
import { useSeatWords } from "./seat-words";

type Seat = SeatDemand & { title: string; organisation: string };

/** Each listing with its seats, who may and who wants to go there, and what one more seat would do. */
export function SeatTable({ listings, isPriced }: { listings: readonly Seat[]; isPriced: boolean }) {
  const { t, i18n } = useTranslation("plans");
  const number = (value: number) => formatNumber(value, i18n.language);
  const words = useSeatWords();
  const effect = ({ difference }: Seat) => difference && words.sentence(t("seats.oneMore.listing"), difference);
  const more: Column<Seat> = {
    key: "more",
    header: t("seats.more"),
    cell: (row) => (
      <TextLink
        to={`/coordinator/matches/what-if?kind=seats&listingId=${row.listingId}&added=1`}
        aria-label={`${t("seats.tryIt", { title: row.title })}: ${effect(row)}`}
      >
        {effect(row)}
      </TextLink>
    ),
  };
  return (
    <Table
      onPhone="figures"
      caption={t("seats.listings")}
      rows={listings}
      rowKey={({ listingId }) => listingId}
      columns={[
        {
          key: "place",
          header: t("seats.place"),
          cell: ({ listingId, title, organisation }) => (
            <>
              <TextLink to={`/coordinator/matches/listings/${listingId}`}>{title}</TextLink>
              {` · ${organisation}`}
            </>
          ),
        },
        { key: "seats", header: t("seats.seats"), align: "end", cell: ({ seats }) => number(seats) },
        { key: "held", header: t("seats.held"), align: "end", cell: ({ held }) => number(held) },
        { key: "wanted", header: t("seats.wanted"), align: "end", cell: ({ wanted }) => number(wanted) },
        { key: "eligible", header: t("seats.eligible"), align: "end", cell: ({ eligible }) => number(eligible) },
        ...(isPriced ? [more] : []),
      ]}
    />
  );
}
