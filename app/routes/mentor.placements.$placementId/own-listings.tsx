import { useTranslation } from "react-i18next";
import { Button } from "~/ui/button";
import { Row, RowList } from "~/ui/card";
import { Form } from "~/ui/form";
import { ListingBadge } from "~/ui/listing-badge";
import { useText } from "~/ui/use-text";

interface OwnListing {
  id: string;
  school: string;
  state: string;
  seats: number;
  note: string;
  /** The school waits to hear whether it is still open. */
  isAsked: boolean;
}

const MOVES: Record<string, readonly ("pause" | "resubmit" | "archive")[]> = {
  in_review: ["archive"],
  published: ["pause", "archive"],
  paused: ["resubmit", "archive"],
  archived: ["resubmit"],
};

/** Where the placement stands at each school, and what its host may do about it. */
export function OwnListings({ listings }: { listings: readonly OwnListing[] }) {
  const { t } = useTranslation("placements");
  const text = useText();
  if (listings.length === 0) return <p className="text-ink-soft">{t("own.noSchool")}</p>;
  return (
    <RowList label={t("own.schools")}>
      {listings.map((listing) => (
        <Row
          key={listing.id}
          title={listing.school}
          detail={`${t("seats", { count: listing.seats })} · ${text(`placements:stateNext.${listing.state}` as "placements:stateNext.in_review")}`}
          status={<ListingBadge state={listing.state} />}
          actions={
            <Form className="flex flex-wrap gap-2">
              <input type="hidden" name="listingId" value={listing.id} />
              {listing.isAsked && (
                <Button name="intent" value="keep_open" look="primary">
                  {t("own.keepOpen")}
                </Button>
              )}
              {(MOVES[listing.state] ?? []).map((move) => (
                <Button key={move} name="intent" value={move} look={move === "archive" ? "danger" : "quiet"}>
                  {t(`move.${move}`)}
                </Button>
              ))}
            </Form>
          }
        >
          {listing.isAsked && <p>{t("own.askedOpen")}</p>}
          {listing.note && (
            <p className="whitespace-pre-line">
              {t("own.note")} {listing.note}
            </p>
          )}
        </Row>
      ))}
    </RowList>
  );
}
