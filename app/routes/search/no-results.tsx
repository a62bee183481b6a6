import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { SearchPage } from "~/features/search/search-placements.server";
import { LinkButton } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { formatChoices } from "~/ui/format";
import { type Names, useLimitWords } from "./facet-panel";
import {
  addressWithout,
  addressWithoutLimits,
  addressWithoutText,
  addressWithoutWord,
  chosenValues,
} from "./search-params";

type Wider = SearchPage["wider"][number];

interface NoResultsProps {
  found: Pick<SearchPage, "wider"> & Names;
  asked: URLSearchParams;
  /** Students and families may name a place that is not listed. */
  maySuggest: boolean;
}

/** Nothing found: says what stands in the way, one thing at a time, and how many there are without it. */
export function NoResults({ found, asked, maySuggest }: NoResultsProps) {
  const { t, i18n } = useTranslation("search");
  const words = useLimitWords(found);
  const typed = asked.get("q")?.trim() ?? "";
  const { wider } = found;
  const whatOf = ({ without, word }: Wider) =>
    without === "text" || without === "limits" || without === "word"
      ? (word ?? typed)
      : formatChoices(
          chosenValues(asked, without).map((value) => words(without, value)),
          i18n.language,
        );
  return (
    <EmptyState
      title={typed === "" ? t("none.title") : t("none.titleFor", { typed })}
      action={
        <>
          {wider.length === 0 && <LinkButton to="/search">{t("none.all")}</LinkButton>}
          {maySuggest && (
            <LinkButton to={`/suggest${typed === "" ? "" : `?${new URLSearchParams({ wish: typed })}`}`}>
              {t("suggest.link")}
            </LinkButton>
          )}
        </>
      }
    >
      <p>{wider.length > 0 ? t("none.widen") : t("none.other")}</p>
      {wider.length > 0 && (
        <ul className="mt-2 divide-y divide-line">
          {wider.map((each) => (
            <li key={each.without + (each.word ?? "")} className="flex flex-wrap items-center gap-x-3">
              <span className="text-ink">{t(`none.none.${each.without}`, { what: whatOf(each) })}</span>
              <Link
                to={addressOf(asked, each)}
                preventScrollReset
                className="inline-flex min-h-11 items-center text-accent underline underline-offset-4"
              >
                {t(`none.without.${each.without}`, { count: each.total, word: each.word })}
              </Link>
            </li>
          ))}
        </ul>
      )}
    </EmptyState>
  );
}

function addressOf(asked: URLSearchParams, { without, word = "" }: Wider): string {
  if (without === "word") return addressWithoutWord(asked, word);
  if (without === "text") return addressWithoutText(asked);
  return without === "limits" ? addressWithoutLimits(asked) : addressWithout(asked, without);
}
