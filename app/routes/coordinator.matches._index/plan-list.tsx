import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { Explanation } from "~/domain/matching/explain";
import type { PairScore } from "~/domain/matching/score";
import { Button } from "~/ui/button";
import { Row, RowList } from "~/ui/card";
import { EmptyState } from "~/ui/empty-state";
import { FitBadge, FitReasons } from "~/ui/fit-reasons";
import { Form } from "~/ui/form";
import { type FormReply, fieldId } from "~/ui/form-reply";
import { formatNumber } from "~/ui/format";
import { Badge, Tag } from "~/ui/status";
import { useText } from "~/ui/use-text";

interface Match {
  id: string;
  studentId: string;
  student: string;
  listingId: string;
  title: string;
  organisation: string;
  mentor: string | null;
  state: string;
  score: Pick<PairScore, "score" | "forStudent" | "forPlacement">;
  explanation: Explanation;
  notes: readonly string[];
}

/** The pairs of the plan, best first; open ones can be ticked and approved together. */
export function PlanList({
  matches,
  planned,
  reply,
}: {
  matches: readonly Match[];
  planned: boolean;
  reply: FormReply | undefined;
}) {
  const { t } = useTranslation("matching");
  if (!planned) return <EmptyState title={t("board.none")}>{t("board.noneText")}</EmptyState>;
  if (matches.length === 0) return <EmptyState title={t("board.emptyPlan")}>{t("board.emptyPlanText")}</EmptyState>;
  const firstOpen = matches.find(isOpen);
  return (
    <Form reply={reply}>
      <RowList label={t("board.plan")}>
        {matches.map((match) => (
          <PlanRow key={match.id} match={match} tickId={match === firstOpen ? fieldId("matchId") : undefined} />
        ))}
      </RowList>
      {firstOpen && (
        <div className="sticky bottom-0 border-t border-line bg-paper py-3">
          <Button look="primary" name="intent" value="approve" pendingText={t("board.approving")}>
            {t("board.approveSelected")}
          </Button>
        </div>
      )}
    </Form>
  );
}

const isOpen = ({ state }: Match) => state === "proposed";

/** `tickId` names the box that the list of faults leads to. */
function PlanRow({ match, tickId }: { match: Match; tickId: string | undefined }) {
  const { t, i18n } = useTranslation("matching");
  const number = (value: number) => formatNumber(value, i18n.language);
  const { score, forStudent, forPlacement } = match.score;
  const text = useText();
  const hasAsked = match.explanation.reasons.some((reason) => reason.code === "student_asked");
  const open = isOpen(match);
  return (
    <Row
      to={`/coordinator/matches/students/${match.studentId}`}
      title={match.student}
      detail={
        <>
          {"→ "}
          <Link
            to={`/coordinator/matches/listings/${match.listingId}`}
            className="text-accent underline underline-offset-4"
          >
            {match.title}
          </Link>
          {` · ${match.organisation}`}
          {match.mentor && ` · ${t("pair.mentor", { mentor: match.mentor })}`}
        </>
      }
      status={<FitBadge word={match.explanation.word} />}
      actions={
        open ? (
          <label className="flex min-h-11 items-center gap-2">
            <input
              type="checkbox"
              name="matchId"
              value={match.id}
              id={tickId}
              aria-label={t("board.pick", { student: match.student, title: match.title })}
              className="size-5 accent-accent"
            />
            {t("board.approve")}
          </label>
        ) : (
          <Badge tone={match.state === "approved" ? "go" : "info"}>
            {text(`matching:board.decided.${match.state}` as "matching:board.decided.approved")}
          </Badge>
        )
      }
    >
      <FitReasons explanation={match.explanation} />
      <p className="text-ink-soft">
        {t("board.score", { score: number(score), student: number(forStudent), placement: number(forPlacement) })}
      </p>
      {open && <p className="text-ink-soft">{hasAsked ? t("board.asked") : t("board.notAsked")}</p>}
      {match.notes.length > 0 && (
        <p className="flex flex-wrap gap-2">
          {match.notes.map((note) => (
            <Tag key={note}>{text(`matching:note.${note}` as "matching:note.no_mentor")}</Tag>
          ))}
        </p>
      )}
    </Row>
  );
}
