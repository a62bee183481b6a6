import { useTranslation } from "react-i18next";
import { Row } from "~/ui/card";
import { LongRowList } from "~/ui/long-row-list";
import { Section } from "~/ui/page";
import { restWords } from "~/ui/rest-words";

interface Lock {
  studentId: string;
  student: string;
  listingId: string;
  title: string;
  /** Why the plan does not keep it; null where it does. */
  first: string | null;
  second: string | null;
}

/** Locks that one of the two kinds keeps and the other cannot, and why not. Nothing where both keep the same. */
export function DifferingLocks({ locks, first, second }: { locks: readonly Lock[]; first: string; second: string }) {
  const { t } = useTranslation(["board", "plans"]);
  if (locks.length === 0) return null;
  const says = (plan: string, reason: string | null) =>
    t("plans:compare.has", { plan, titles: reason === null ? t("plans:compare.keeps") : restWords(t, reason) });
  return (
    <Section title={t("plans:compare.locks")} lead={t("plans:compare.locksLead")}>
      <LongRowList label={t("plans:compare.locks")} items={locks}>
        {(lock) => (
          <Row
            key={`${lock.studentId} ${lock.listingId}`}
            to={`/coordinator/matches/pairs/${lock.studentId}/${lock.listingId}`}
            title={`${lock.student} → ${lock.title}`}
            detail={says(first, lock.first)}
          >
            <p>{says(second, lock.second)}</p>
          </Row>
        )}
      </LongRowList>
    </Section>
  );
}
