import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { Explanation } from "~/domain/matching/explain";
import type { MatchFlag } from "~/domain/matching/flags";
import { Row } from "~/ui/card";
import { FitBadge, FitReasons } from "~/ui/fit-reasons";
import type { FormReply } from "~/ui/form-reply";
import { formatNumber } from "~/ui/format";
import { PutBack } from "~/ui/put-back";
import { type PairRuling, RulingForm, RulingWords } from "~/ui/ruling-form";
import { Badge, Tag } from "~/ui/status";
import { useText } from "~/ui/use-text";

export interface PlanMatch {
  id: string;
  studentId: string;
  student: string;
  /** Which of how many pairs the plan has for the student: several in a slate. */
  ofStudent: { at: number; of: number };
  listingId: string;
  title: string;
  organisation: string;
  mentor: string | null;
  state: string;
  /** Now, whatever the plan saw: a request may have come or gone since. */
  hasAsked: boolean;
  score: { score: number | null; forStudent: number | null; forPlacement: number | null };
  explanation: Explanation | null;
  notes: readonly string[];
  flags: readonly MatchFlag[];
  ruling: PairRuling | null;
  putBack: string | null;
}

/** Open for approval: proposed, and not ruled out by anybody since. */
export const isOpen = ({ state, ruling }: PlanMatch) => state === "proposed" && ruling?.ruling !== "forbidden";

interface PlanRowProps {
  match: PlanMatch;
  /** The form that the box to tick belongs to. */
  form: string;
  /** Names the box that the list of faults leads to. */
  tickId: string | undefined;
  reply: FormReply | undefined;
}

/** One pair of the plan: who, where, why, and what a coordinator may do. */
export function PlanRow({ match, form, tickId, reply }: PlanRowProps) {
  const { t } = useTranslation(["board", "matching"]);
  const text = useText();
  const { explanation, student, title, hasAsked } = match;
  const names = { student, title };
  return (
    <Row
      to={`/coordinator/matches/students/${match.studentId}`}
      title={student}
      detail={
        <>
          {"→ "}
          <Link
            to={`/coordinator/matches/listings/${match.listingId}`}
            className="text-accent underline underline-offset-4"
          >
            {title}
          </Link>
          {` · ${match.organisation}`}
          {match.mentor && ` · ${t("matching:pair.mentor", { mentor: match.mentor })}`}
        </>
      }
      status={explanation && <FitBadge word={explanation.word} />}
      actions={
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2 sm:flex-col sm:items-stretch">
          {isOpen(match) && (
            <label className="flex min-h-11 items-center gap-2">
              <input
                type="checkbox"
                name="matchId"
                value={match.id}
                form={form}
                id={tickId}
                data-asked={hasAsked ? "yes" : "no"}
                data-student={match.studentId}
                data-key="a"
                aria-label={t("matching:board.pick", names)}
                className="size-5 accent-accent"
              />
              {t("matching:board.approve")}
            </label>
          )}
          {match.state === "proposed" && <RulingForm pair={match} ruling={match.ruling} reply={reply} />}
          {match.state !== "proposed" && (
            <Badge tone={match.state === "approved" ? "go" : match.state === "held" ? "wait" : "info"}>
              {text(`matching:board.decided.${match.state}` as "matching:board.decided.approved")}
            </Badge>
          )}
        </div>
      }
    >
      {match.ofStudent.of > 1 && (
        <p className="text-ink-soft">{t("matching:board.ofSeveral", { ...match.ofStudent, student })}</p>
      )}
      {match.putBack && <PutBack fault={match.putBack} />}
      <RulingWords ruling={match.ruling} />
      {explanation ? <FitReasons explanation={explanation} /> : <p>{t("pair.unscored")}</p>}
      {isOpen(match) && (
        <p className="text-ink-soft">{t(hasAsked ? "matching:board.asked" : "matching:board.notAsked")}</p>
      )}
      <Numbers match={match} />
    </Row>
  );
}

function Numbers({ match: { score, flags, notes, ...match } }: { match: PlanMatch }) {
  const { t, i18n } = useTranslation(["board", "matching"]);
  const text = useText();
  const number = (value: number) => formatNumber(value, i18n.language);
  return (
    <>
      {(flags.length > 0 || notes.length > 0) && (
        <p className="flex flex-wrap gap-2">
          {flags.map((flag) => (
            <Tag key={flag}>{t(`flag.${flag}`)}</Tag>
          ))}
          {notes.map((note) => (
            <Tag key={note}>{text(`matching:note.${note}` as "matching:note.no_mentor")}</Tag>
          ))}
        </p>
      )}
      <p>
        <Link
          to={`/coordinator/matches/pairs/${match.studentId}/${match.listingId}`}
          data-key="o"
          className="text-accent underline underline-offset-4"
        >
          {score.score === null ? t("pair.open") : `${t("pair.open")}: ${number(score.score)}`}
          <span className="heard-only">{t("pair.openOf", { student: match.student, title: match.title })}</span>
        </Link>
      </p>
    </>
  );
}
