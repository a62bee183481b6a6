import { Link } from "@remix-run/react";
import { ChevronDown } from "lucide-react";
import { useTranslation } from "react-i18next";
import { FitBadge, FitReasons } from "~/ui/fit-reasons";
import { formatNumber } from "~/ui/format";
import { useMatchWords } from "~/ui/match-words";
import { PutBack } from "~/ui/put-back";
import { RulingWords } from "~/ui/ruling-form";
import { Tag } from "~/ui/status";
import { useText } from "~/ui/use-text";
import { isOpen, type PlanMatch } from "./plan-match";

/** How a pair fits and what stands out about it in a word or two each, its first reason, and behind that the others and the way to its page. */
export function PairWhy({ match }: { match: PlanMatch }) {
  return (
    <>
      {match.putBack && <PutBack fault={match.putBack} />}
      <RulingWords ruling={match.ruling} />
      <Tags match={match} />
      <Reasons match={match} />
    </>
  );
}

function Tags({ match: { explanation, flags, notes, hasAsked, ...match } }: { match: PlanMatch }) {
  const { t } = useTranslation("board");
  const text = useText();
  const asked = hasAsked && match.state === "proposed";
  if (!explanation && !asked && flags.length + notes.length === 0) return null;
  return (
    <p className="flex flex-wrap items-center gap-2">
      {explanation && <FitBadge word={explanation.word} />}
      {asked && <Tag>{t("asked")}</Tag>}
      {flags.map((flag) => (
        <Tag key={flag}>{t(`flag.${flag}`)}</Tag>
      ))}
      {notes.map((note) => (
        <Tag key={note}>{text(`matching:note.${note}` as "matching:note.no_mentor")}</Tag>
      ))}
    </p>
  );
}

/** Native, so that it opens without scripts, and whoever looks for a word on the page finds it. */
function Reasons({ match }: { match: PlanMatch }) {
  const { t, i18n } = useTranslation(["board", "matching"]);
  const words = useMatchWords();
  const { explanation, score, hasAsked, student, title } = match;
  const [first, ...others] = explanation?.reasons ?? [];
  return (
    <details className="group">
      <summary data-key="w" className="flex min-h-11 list-none items-center gap-2">
        <ChevronDown aria-hidden className="size-5 shrink-0 text-accent transition-transform group-open:rotate-180" />
        <span className="heard-only">{t("pair.whyOf", { student, title })}</span>
        <span>{explanation === null ? t("pair.unscored") : first ? words.reason(first) : t("matching:pair.why")}</span>
      </summary>
      <div className="space-y-1 ps-7 pb-2">
        {explanation && <FitReasons explanation={{ reasons: others, caution: explanation.caution }} />}
        {isOpen(match) && (
          <p className="text-ink-soft">{t(hasAsked ? "matching:board.asked" : "matching:board.notAsked")}</p>
        )}
        <p>
          <Link
            to={`/coordinator/matches/pairs/${match.studentId}/${match.listingId}`}
            data-key="o"
            className="text-accent underline underline-offset-4"
          >
            {score.score === null ? t("pair.open") : `${t("pair.open")}: ${formatNumber(score.score, i18n.language)}`}
            <span className="heard-only">{t("pair.openOf", { student, title })}</span>
          </Link>
        </p>
      </div>
    </details>
  );
}
