import { useLocation } from "@remix-run/react";
import { ChevronDown } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { SearchPage } from "~/features/search/search-placements.server";
import type { SearchResult } from "~/features/search/search-result";
import { Button } from "~/ui/button";
import { RowList } from "~/ui/card";
import { RowHeadingLevel } from "~/ui/heading-level";
import { LiveRegion } from "~/ui/live-region";
import { Pagination } from "~/ui/pagination";
import { Chips } from "./chips";
import { FacetPanel } from "./facet-panel";
import { JustGone } from "./just-gone";
import { NoResults } from "./no-results";
import { ResultMap } from "./result-map";
import { ResultRow } from "./result-row";
import { ORGANISATION_NAME } from "./search-params";
import { Unexpected } from "./unexpected";

interface FoundProps {
  form: string;
  found: SearchPage;
  unexpected: readonly SearchResult[];
  forStudent: boolean;
  maySuggest: boolean;
  asked: URLSearchParams;
  onType: () => void;
  onTick: () => void;
}

/** A disclosure on a phone; on a wide screen its content always shows (where the browser can, otherwise it opens). */
const openWhenWide =
  "lg:supports-[selector(::details-content)]:[&::details-content]:[content-visibility:visible] lg:supports-[selector(::details-content)]:[&>summary]:hidden";

/** What an engine found, beside the limits that narrow it. */
export function Found({ form, found, asked, onType, onTick, ...shown }: FoundProps) {
  const { t } = useTranslation("search");
  // Without scripts the list of organisations comes back as a new page, and is to be seen.
  const [isNarrowing] = useState(asked.has(ORGANISATION_NAME));
  return (
    <div className="grid gap-x-10 gap-y-6 lg:grid-cols-[16rem_1fr]">
      <aside aria-label={t("limits")}>
        <details open={isNarrowing} className={`group rounded-md border border-line bg-surface px-4 ${openWhenWide}`}>
          <summary className="flex min-h-11 list-none items-center gap-2 font-semibold text-accent">
            <ChevronDown aria-hidden className="size-5 shrink-0 transition-transform group-open:rotate-180" />
            {t("limits")}
          </summary>
          <FacetPanel form={form} facets={found} asked={asked} onTick={onTick} onType={onType} />
          <div className="pb-4">
            <Button form={form}>{t("show")}</Button>
          </div>
        </details>
      </aside>
      <Results {...shown} found={found} asked={asked} />
    </div>
  );
}

type ResultsProps = Pick<FoundProps, "found" | "asked" | "unexpected" | "forStudent" | "maySuggest">;

function Results({ found, asked, unexpected, forStudent, maySuggest }: ResultsProps) {
  const { t } = useTranslation("search");
  const { search } = useLocation();
  const first = (found.page - 1) * found.pageSize + 1;
  const said = t(found.totalIsExact ? "found" : "foundAbout", { count: found.total });
  return (
    <section aria-labelledby="found" className="min-w-0 space-y-5">
      <h2 id="found" className="text-title-2">
        {said}
      </h2>
      <LiveRegion about={search}>{said}</LiveRegion>
      <Chips asked={asked} names={found} />
      <RowHeadingLevel.Provider value="h3">
        {found.results.length === 0 && found.total > 0 ? (
          <JustGone asked={asked} />
        ) : found.results.length === 0 ? (
          <NoResults found={found} asked={asked} maySuggest={maySuggest} />
        ) : (
          <div className="grid items-start gap-x-6 gap-y-4 xl:grid-cols-[1fr_20rem]">
            <div className="min-w-0 xl:order-last">
              <ResultMap found={found} first={first} />
            </div>
            <RowList label={t("results")}>
              {found.results.map((result, place) => (
                <ResultRow
                  key={result.listingId}
                  result={result}
                  forStudent={forStudent}
                  number={found.map && result.point ? first + place : undefined}
                />
              ))}
            </RowList>
          </div>
        )}
        <Pagination page={found.page} pages={found.pages} />
        <Unexpected results={unexpected} />
      </RowHeadingLevel.Provider>
    </section>
  );
}
