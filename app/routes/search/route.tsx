import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData, useRouteLoaderData } from "@remix-run/react";
import { ChevronDown } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { listUnexpected } from "~/features/search/list-unexpected.server";
import { searchPlacements } from "~/features/search/search-placements.server";
import { isBare } from "~/features/search/search-wish";
import { requireActor } from "~/http/require-actor.server";
import { Button } from "~/ui/button";
import { RowList } from "~/ui/card";
import { RowHeadingLevel } from "~/ui/heading-level";
import { LiveRegion } from "~/ui/live-region";
import { Notice } from "~/ui/notice";
import { Page } from "~/ui/page";
import type { PageHandle } from "~/ui/page-handle";
import { Pagination } from "~/ui/pagination";
import { useRecentSearches } from "~/ui/recent-searches";
import { Chips } from "./chips";
import { FacetPanel } from "./facet-panel";
import { KeepLinks } from "./keep-links";
import { NoResults } from "./no-results";
import { Recent } from "./recent";
import { ResultMap } from "./result-map";
import { ResultRow } from "./result-row";
import { SearchBox } from "./search-box";
import { ORGANISATION_NAME, readWish } from "./search-params";
import { Unexpected } from "./unexpected";
import { useAskedParams, useSearchAsYouType } from "./use-search-as-you-type";

export const handle: PageHandle = { title: "search:title" };

const FORM = "search";
/** A disclosure on a phone; on a wide screen its content always shows (where the browser can, otherwise it opens). */
const openWhenWide =
  "lg:supports-[selector(::details-content)]:[&::details-content]:[content-visibility:visible] lg:supports-[selector(::details-content)]:[&>summary]:hidden";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireActor(request, context, { kinds: ["student", "guardian", "staff"] });
  const wish = readWish(new URL(request.url).searchParams);
  const outcome = await searchPlacements(context.wiring, actor, { ...wish, readIn: context.language });
  if (!outcome.ok) throw new Response(null, { status: 403 });
  // Whoever looks for nothing in particular, or found nothing, may like to be surprised.
  const unexpected =
    isBare(wish) || outcome.value.total === 0 ? await listUnexpected(context.wiring, actor) : { ok: false as const };
  return {
    unexpected: unexpected.ok ? unexpected.value : [],
    found: outcome.value,
    schoolId: actor.schoolId,
    forStudent: actor.kind === "student",
    maySuggest: actor.kind !== "staff",
  };
}

export default function SearchPage() {
  const { t } = useTranslation("search");
  const { found, unexpected, schoolId, forStudent, maySuggest } = useLoaderData<typeof loader>();
  const asked = useAskedParams();
  const { box, onType, onTick, onSubmit } = useSearchAsYouType(FORM);
  const root = useRouteLoaderData<{ viewer: { key: string } | null }>("root");
  // Without scripts the list of organisations comes back as a new page, and is to be seen.
  const [isNarrowing] = useState(asked.has(ORGANISATION_NAME));
  const recent = useRecentSearches((forStudent && root?.viewer?.key) || null, asked.get("q") ?? "");
  const first = (found.page - 1) * found.pageSize + 1;
  const said = t("found", { count: found.total });
  return (
    <Page title={t("title")} lead={forStudent ? t("lead") : undefined} width="wide">
      <SearchBox
        id={FORM}
        box={box}
        asked={asked}
        canSortByDistance={found.measuredFrom !== null}
        onType={onType}
        onTick={onTick}
        onSubmit={onSubmit}
      />
      <div className="flex flex-wrap items-start justify-between gap-x-8">
        <Recent texts={recent.texts} onClear={recent.clear} />
        {forStudent && <KeepLinks asked={asked} />}
      </div>
      {found.degraded && <Notice tone="wait">{t("degraded")}</Notice>}
      <div className="grid gap-x-12 gap-y-6 lg:grid-cols-[18rem_1fr]">
        <aside aria-label={t("limits")}>
          <details open={isNarrowing} className={`group rounded-md border border-line bg-surface px-4 ${openWhenWide}`}>
            <summary className="flex min-h-11 list-none items-center gap-2 font-semibold text-accent">
              <ChevronDown aria-hidden className="size-5 shrink-0 transition-transform group-open:rotate-180" />
              {t("limits")}
            </summary>
            <FacetPanel form={FORM} facets={{ ...found, schoolId }} asked={asked} onTick={onTick} onType={onType} />
            <div className="pb-4">
              <Button form={FORM}>{t("show")}</Button>
            </div>
          </details>
        </aside>
        <section aria-labelledby="found" className="min-w-0 space-y-5">
          <h2 id="found" className="text-title-2">
            {said}
          </h2>
          <LiveRegion>{said}</LiveRegion>
          <Chips asked={asked} names={found} />
          <RowHeadingLevel.Provider value="h3">
            {found.results.length === 0 ? (
              <NoResults found={found} asked={asked} maySuggest={maySuggest} />
            ) : (
              <div className="grid items-start gap-x-8 gap-y-4 xl:grid-cols-[1fr_22rem]">
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
      </div>
    </Page>
  );
}
