import { useTranslation } from "react-i18next";
import type { FitWord } from "~/domain/matching/explain";
import type { ScoreDifference } from "~/domain/matching/score-difference";
import { Row, RowList } from "~/ui/card";
import { FitBadge } from "~/ui/fit-reasons";
import { formatDifference } from "~/ui/format";
import { useText } from "~/ui/use-text";

interface Alternative {
  listingId: string;
  title: string;
  organisation: string;
  word: FitWord;
  difference: ScoreDifference | null;
  inPlan: string | null;
}

/** Parts named beside an alternative; the rest is smaller. */
const NAMED = 3;

/** The student's best other places, each with what differs from this one. */
export function Alternatives({ studentId, alternatives }: { studentId: string; alternatives: readonly Alternative[] }) {
  const { t, i18n } = useTranslation(["board", "matching"]);
  const text = useText();
  const signed = (points: number) => formatDifference(points, i18n.language);
  if (alternatives.length === 0) return <p>{t("matching:student.none")}</p>;
  return (
    <RowList label={t("card.others")}>
      {alternatives.map(({ listingId, title, organisation, word, difference, inPlan }) => (
        <Row
          key={listingId}
          to={`/coordinator/matches/pairs/${studentId}/${listingId}`}
          title={title}
          detail={organisation}
          status={<FitBadge word={word} />}
        >
          {difference && (
            <p>
              {t("card.differs", { points: signed(difference.score) })}
              {difference.parts.length > 0 &&
                ` ${difference.parts
                  .slice(0, NAMED)
                  .map(({ key, points }) => `${text(`matching:part.${key}` as "matching:part.wish")} ${signed(points)}`)
                  .join(" · ")}`}
            </p>
          )}
          {inPlan === "seats_go_to_others" && <p className="text-ink-soft">{t("card.inPlan.seats_go_to_others")}</p>}
        </Row>
      ))}
    </RowList>
  );
}
