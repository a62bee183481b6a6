import { useTranslation } from "react-i18next";
import type { Shortlist } from "~/features/search/shortlist-students.server";
import { Row, RowList } from "~/ui/card";
import { useMatchWords } from "~/ui/match-words";

type LikersProps = Omit<Shortlist, "degraded"> & { listingId: string };

/** Students who like what a listing offers, those who like it most first, each with what they said. */
export function Likers({ total, totalIsExact, students, listingId }: LikersProps) {
  const { t } = useTranslation("plans");
  const { interest } = useMatchWords();
  if (students.length === 0) return <p>{t("demand.likersNone")}</p>;
  return (
    <>
      <p className="mb-4">
        {t(totalIsExact ? "demand.likersLead" : "demand.likersLeadAbout", { count: total })} {t("demand.likersFirst")}
      </p>
      <RowList label={t("demand.likers")}>
        {students.map(({ studentId, name, grade, likes }) => (
          <Row
            key={studentId}
            to={`/coordinator/matches/pairs/${studentId}/${listingId}`}
            title={name}
            detail={[
              t("demand.grade", { grade }),
              ...likes.map((like) =>
                t(`demand.strength.${strengthOf(like)}`, { interest: interest(like.interestId).toLocaleLowerCase() }),
              ),
            ].join(" · ")}
          />
        ))}
      </RowList>
    </>
  );
}

const strengthOf = ({ strength }: { strength: number }) => (strength >= 3 ? "3" : strength === 2 ? "2" : "1");
