import { useLocation } from "@remix-run/react";
import { CircleCheck, CircleSlash } from "lucide-react";
import { Fragment } from "react";
import { useTranslation } from "react-i18next";
import type { MarkedLine, SearchResult } from "~/features/search/search-result";
import { LinkButton } from "~/ui/button";
import { Row } from "~/ui/card";
import { useFitWords } from "~/ui/fit-words";
import { formatMiles, formatWeekdays } from "~/ui/format";
import { MarkedText } from "~/ui/marked-text";
import { PursuitBadge } from "~/ui/pursuit-badge";
import { Badge } from "~/ui/status";
import { useText } from "~/ui/use-text";
import { WishButton } from "~/ui/wish-button";
import { resultAnchor } from "./result-anchor";

interface ResultRowProps {
  result: SearchResult;
  forStudent: boolean;
  /** Its number on the map; left out where there is none. */
  number?: number | undefined;
}

/** One placement: what, where, when, why it fits, and what a student can do now. */
export function ResultRow({ result, forStudent, number }: ResultRowProps) {
  const { t, i18n } = useTranslation("search");
  const text = useText();
  const words = useFitWords();
  const { pathname, search } = useLocation();
  const [reason] = result.fit?.reasons ?? [];
  const { language } = i18n;
  const detail = [
    result.organisation,
    text(`pursuits:kind.${result.kind}` as "pursuits:kind.internship"),
    result.days.length > 0
      ? formatWeekdays(
          result.days.map(({ weekday }) => weekday),
          language,
        )
      : t("row.daysOpen"),
    result.mode === "remote" ? t("row.remote") : (result.area ?? ""),
    result.metres === null ? "" : t("row.miles", { miles: formatMiles(result.metres, language) }),
  ].filter(Boolean);
  return (
    <Row
      to={`/placements/${result.listingId}`}
      mark={number !== undefined && <MapNumber number={number} />}
      title={<MarkedText text={result.title} marks={result.titleMarks} />}
      detail={detail.join(" · ")}
      status={
        result.pursuit ? (
          <PursuitBadge state={result.pursuit.state} />
        ) : (
          <Badge tone={result.isOpen ? "go" : "wait"} icon={result.isOpen ? CircleCheck : CircleSlash}>
            {result.isOpen ? t("row.open", { count: result.openSeats }) : t("row.full")}
          </Badge>
        )
      }
      actions={
        forStudent && (
          <>
            <WishButton
              listingId={result.listingId}
              title={result.title}
              saved={result.wished}
              returnTo={`${pathname}${search}`}
            />
            {result.isOpen && !result.pursuit && (
              <LinkButton to={`/placements/${result.listingId}#ask`} aria-label={`${t("row.like")}: ${result.title}`}>
                {t("row.like")}
              </LinkButton>
            )}
          </>
        )
      }
    >
      <FoundLines label={t("row.aliases")} lines={result.aliases} />
      <FoundLines label={t("row.skills")} lines={result.skills} />
      {reason && <p className="text-accent">{words.reason(reason)}</p>}
    </Row>
  );
}

/** What else the host says that answers what was typed. */
function FoundLines({ label, lines }: { label: string; lines: readonly MarkedLine[] }) {
  if (lines.length === 0) return null;
  return (
    <p>
      {label}{" "}
      {lines.map(({ text, marks }, place) => (
        <Fragment key={text}>
          {place > 0 && " · "}
          <MarkedText text={text} marks={marks} />
        </Fragment>
      ))}
    </p>
  );
}

/** The same number as on the map. */
function MapNumber({ number }: { number: number }) {
  const { t } = useTranslation("search");
  return (
    <span
      id={resultAnchor(number)}
      className="min-w-7 shrink-0 scroll-mt-24 rounded-full bg-accent px-2 text-center text-small font-semibold text-on-accent tabular-nums"
    >
      <span className="heard-only">{t("map.number")} </span>
      {number}
    </span>
  );
}
