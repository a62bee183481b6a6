import { useTranslation } from "react-i18next";
import { groupBy } from "~/domain/group-by";
import { mayOpen } from "~/domain/matching/may-open";
import { Row, RowList } from "~/ui/card";
import { Notice } from "~/ui/notice";
import { PutBack } from "~/ui/put-back";
import { SincePlan } from "~/ui/since-plan";
import { TextLink } from "~/ui/text-link";
import { useText } from "~/ui/use-text";
import { Crowd, Opens, type Unmatched } from "./unmatched-why";

interface TakenBack {
  id: string;
  studentId: string;
  student: string;
  title: string;
  fault: string | null;
}

interface UnmatchedQueueProps {
  students: readonly Unmatched[];
  /** Approvals undone since the plan was made, whose students it did not look for. */
  takenBack: readonly TakenBack[];
  /** What is stored of the plan does not open. */
  isShut: boolean;
  decidedSince: number;
}

/** Who has no place in the plan: why, what alone stands in the way, and where one more seat would help. */
export function UnmatchedQueue({ students, takenBack, isShut, decidedSince }: UnmatchedQueueProps) {
  const { t } = useTranslation(["matching", "plans", "board"]);
  const text = useText();
  if (students.length + takenBack.length === 0) return <p>{t("board.noUnmatched")}</p>;
  return (
    <>
      {isShut && <Notice tone="stop">{t("plans:noPlan.shutText")}</Notice>}
      <SincePlan since={{ counted: 0, left: decidedSince }} />
      <RowList label={t("board.unmatched")}>
        {takenBack.map((row) => (
          <Row
            key={row.id}
            to={`/coordinator/matches/students/${row.studentId}`}
            title={row.student}
            detail={t("board:takenBack", { title: row.title })}
          >
            {row.fault !== null && <PutBack fault={row.fault} />}
          </Row>
        ))}
        {crowdsTogether(students).map(({ sameAs, ...student }) => (
          <Row
            key={student.id}
            to={`/coordinator/matches/students/${student.id}`}
            title={student.name}
            detail={text(`matching:unmatchedReason.${student.reason}` as "matching:unmatchedReason.crowded_out")}
          >
            {student.reason === "has_most_live" && <p className="text-ink-soft">{t("plans:unmatched.atLimit")}</p>}
            {student.crowd && sameAs === null && <Crowd crowd={student.crowd} listings={student.seats} />}
            {sameAs !== null && <p>{t("plans:unmatched.sameCrowd", { student: sameAs })}</p>}
            {mayOpen(student.reason) && <Opens student={student} />}
            {student.reason === "blocked_by_lock" && (
              <p>
                <TextLink to="/coordinator/matches?show=settled">{t("plans:unmatched.toLocks")}</TextLink>
              </p>
            )}
          </Row>
        ))}
      </RowList>
    </>
  );
}

/** Students whom the same few seats leave out one after the other, so that the seats are said once. */
function crowdsTogether(students: readonly Unmatched[]): (Unmatched & { sameAs: string | null })[] {
  const keyOf = ({ id, crowd, seats }: Unmatched) => (crowd ? seats.map((seat) => seat.id).join() : id);
  return [...groupBy(students, keyOf).values()].flatMap((together) =>
    together.map((student, at) => ({ ...student, sameAs: at === 0 ? null : (together[0]?.name ?? null) })),
  );
}
