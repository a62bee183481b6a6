import { useTranslation } from "react-i18next";
import type { Safeguard } from "~/domain/matching/eligibility";
import type { Explanation } from "~/domain/matching/explain";
import { FitBadge, FitReasons } from "~/ui/fit-reasons";
import { formatNames } from "~/ui/format";
import { Notice } from "~/ui/notice";
import { Tag } from "~/ui/status";
import { TextLink } from "~/ui/text-link";
import { useText } from "~/ui/use-text";

interface Worded {
  explanation: Explanation | null;
  notes: readonly string[];
  /** What no lock could outweigh. */
  safeguard: Safeguard | null;
  inPlan: string | null;
  elsewhere: string;
  listing: { id: string; mentor: string | null };
  /** Null where there is no lead mentor. */
  capacity: { seats: number; held: number; atOnce: number | null } | null;
}

/** How the pair fits in words: reasons, one caution, what is not known, what staff see to, and what the plan says. */
export function PairWords({ pair }: { pair: Worded }) {
  const { explanation, notes, safeguard, inPlan, elsewhere, listing, capacity } = pair;
  const { t, i18n } = useTranslation(["board", "matching"]);
  const text = useText();
  const missing = (explanation?.missing ?? []).map((datum) => text(`board:missing.${datum}` as "board:missing.days"));
  return (
    <div className="space-y-3">
      {explanation ? (
        <>
          <FitBadge word={explanation.word} />
          <FitReasons explanation={explanation} />
        </>
      ) : (
        <Notice tone="stop">
          {t("card.excluded")}
          {safeguard === null && ` ${t("card.excludedLock")}`}
        </Notice>
      )}
      {missing.length > 0 && (
        <p className="text-ink-soft">{t("matching:pair.missing", { what: formatNames(missing, i18n.language) })}</p>
      )}
      {capacity && (
        <p>
          {t(capacity.atOnce === null ? "card.capacity" : "card.atOnce", {
            count: capacity.atOnce ?? capacity.seats,
            held: capacity.held,
            mentor: listing.mentor ?? "",
          })}
          {capacity.held >= Math.min(capacity.seats, capacity.atOnce ?? capacity.seats) && ` ${t("card.capacityFull")}`}{" "}
          <TextLink to={`/coordinator/listings/${listing.id}#mentor`}>{t("card.capacityChange")}</TextLink>
        </p>
      )}
      {notes.length > 0 && (
        <p className="flex flex-wrap gap-2">
          {notes.map((note) => (
            <Tag key={note}>{text(`matching:note.${note}` as "matching:note.no_mentor")}</Tag>
          ))}
        </p>
      )}
      {inPlan && <p>{text(`board:card.inPlan.${inPlan}` as "board:card.inPlan.elsewhere", { title: elsewhere })}</p>}
    </div>
  );
}
