import { useTranslation } from "react-i18next";
import { Row, RowList } from "~/ui/card";
import { ListingBadge } from "~/ui/listing-badge";
import { useText } from "~/ui/use-text";

interface PlacementListProps {
  placements: readonly {
    id: string;
    kind: string;
    title: string;
    listings: readonly { id: string; school: string; state: string; seats: number }[];
  }[];
}

/** The organisation's placements, each with where it stands at which school. */
export function PlacementList({ placements }: PlacementListProps) {
  const { t } = useTranslation("placements");
  const text = useText();
  return (
    <RowList label={t("home.placements")}>
      {placements.map((placement) => (
        <Row
          key={placement.id}
          to={`/mentor/placements/${placement.id}`}
          title={placement.title}
          detail={text(`pursuits:kind.${placement.kind}` as "pursuits:kind.internship")}
        >
          <ul className="space-y-1">
            {placement.listings.map((listing) => (
              <li key={listing.id} className="flex flex-wrap items-baseline gap-x-3">
                <ListingBadge state={listing.state} />
                <span>
                  {listing.school} · {t("seats", { count: listing.seats })}
                </span>
              </li>
            ))}
          </ul>
        </Row>
      ))}
    </RowList>
  );
}
