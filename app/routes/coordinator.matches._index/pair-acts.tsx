import { useTranslation } from "react-i18next";
import type { FormReply } from "~/ui/form-reply";
import { RulingForm } from "~/ui/ruling-form";
import { Badge } from "~/ui/status";
import { useText } from "~/ui/use-text";
import { isOpen, type PlanMatch } from "./plan-match";

interface PairActsProps {
  match: PlanMatch;
  /** The form that the box to tick belongs to. */
  form: string;
  /** Names the box that the list of faults leads to. */
  tickId: string | undefined;
  reply: FormReply | undefined;
}

/** What a coordinator may do with a pair, on one line of a phone; or how it was decided, or why nothing more is for the student. */
export function PairActs({ match, form, tickId, reply }: PairActsProps) {
  const { t } = useTranslation(["matching", "board"]);
  const text = useText();
  const { student, title, stops } = match;
  return (
    <div className="flex flex-wrap items-start gap-x-3 gap-y-2 print:hidden">
      {isOpen(match) && (
        <label className="flex min-h-11 items-center gap-2">
          <input
            type="checkbox"
            name="matchId"
            value={match.id}
            form={form}
            id={tickId}
            data-asked={match.hasAsked ? "yes" : "no"}
            data-student={match.studentId}
            data-key="a"
            aria-label={t("board.pick", { student, title })}
            className="size-5 accent-accent"
          />
          {t("board.approve")}
        </label>
      )}
      {stops && <Badge tone="info">{t(`board:stops.${stops}`)}</Badge>}
      {match.state === "proposed" && stops !== "left" && (
        <RulingForm pair={match} ruling={match.ruling} reply={reply} />
      )}
      {match.state !== "proposed" && (
        <Badge tone={match.state === "approved" ? "go" : match.state === "held" ? "wait" : "info"}>
          {text(`matching:board.decided.${match.state}` as "matching:board.decided.approved")}
        </Badge>
      )}
    </div>
  );
}
