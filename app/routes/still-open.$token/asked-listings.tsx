import { useTranslation } from "react-i18next";
import type { StillOpenAnswer } from "~/domain/listing/still-open";
import { Button } from "~/ui/button";
import { Row, RowList } from "~/ui/card";
import { Form } from "~/ui/form";
import { ListingBadge } from "~/ui/listing-badge";

interface Asked {
  id: string;
  title: string;
  isPutAway: boolean;
}

const LOOK = { yes: "primary", pause: "quiet", archive: "danger" } as const;

/** Each placement with its answers, one press each. What is put away already can only be offered again. */
export function AskedListings({ listings }: { listings: readonly Asked[] }) {
  const { t } = useTranslation("placements");
  const answersOf = ({ isPutAway }: Asked): readonly StillOpenAnswer[] =>
    isPutAway ? ["yes"] : ["yes", "pause", "archive"];
  const wordsOf = (answer: StillOpenAnswer, { isPutAway }: Asked) =>
    isPutAway ? t("move.resubmit") : t(`stillOpen.answer.${answer}`);
  return (
    <RowList label={t("stillOpen.title")}>
      {listings.map((listing) => (
        <Row
          key={listing.id}
          title={listing.title}
          detail={t(listing.isPutAway ? "stillOpen.putAway" : "stillOpen.shown")}
          status={<ListingBadge state={listing.isPutAway ? "archived" : "published"} />}
          actions={
            <Form className="flex flex-wrap gap-2">
              <input type="hidden" name="listingId" value={listing.id} />
              {answersOf(listing).map((answer) => (
                <Button
                  key={answer}
                  name="answer"
                  value={answer}
                  look={LOOK[answer]}
                  aria-label={t("home.actOn", { action: wordsOf(answer, listing), title: listing.title })}
                  pendingText={t("form.saving")}
                >
                  {wordsOf(answer, listing)}
                </Button>
              ))}
            </Form>
          }
        />
      ))}
    </RowList>
  );
}
