import { type HeadersFunction, json, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useLoaderData, useRouteLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { listUnexpected } from "~/features/search/list-unexpected.server";
import { searchPlacements } from "~/features/search/search-placements.server";
import { readOnce } from "~/features/search/search-reader.server";
import { isBare } from "~/features/search/search-wish";
import { requireActor } from "~/http/require-actor.server";
import { RowHeadingLevel } from "~/ui/heading-level";
import { Hint } from "~/ui/hint";
import { Notice } from "~/ui/notice";
import { NoticePlace } from "~/ui/notice-place";
import { Page } from "~/ui/page";
import type { PageHandle } from "~/ui/page-handle";
import { useRecentSearches } from "~/ui/recent-searches";
import { AwayNotice, KeptLimits } from "./away";
import { Found } from "./found";
import { KeepLinks } from "./keep-links";
import { LeftOut } from "./left-out";
import { Recent } from "./recent";
import { SearchBox } from "./search-box";
import { addressOfPage, addressWithoutDistances, readAddress, readWish } from "./search-params";
import { Unexpected } from "./unexpected";
import { useAskedParams, useSearchAsYouType } from "./use-search-as-you-type";

export const handle: PageHandle = { title: "search:title" };

const FORM = "search";
/** An engine that comes back is asked again after a rest of ten seconds. */
const RETRY_SECONDS = 15;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireActor(request, context, { kinds: ["student", "guardian", "staff"] });
  const { searchParams } = new URL(request.url);
  const wish = readWish(searchParams);
  const reading = readOnce({ wiring: context.wiring, actor });
  const surprise = () => listUnexpected(context.wiring, actor, { reading });
  const [outcome, beside] = await Promise.all([
    searchPlacements(context.wiring, actor, { ...wish, readIn: context.language, reading }),
    isBare(wish) ? surprise() : null,
  ]);
  if (!outcome.ok && outcome.reason === "not_permitted") throw new Response(null, { status: 403 });
  const found = outcome.ok ? outcome.value : null;
  // Behind the last page nothing is found of what there is: who asks for it is led to the last one.
  if (found && found.results.length === 0 && found.pages > 0 && wish.page > found.pages)
    throw redirect(`/search${addressOfPage(searchParams, found.pages)}`);
  // Whoever looks for nothing in particular, or found nothing, may like to be surprised.
  const unexpected = beside ?? (!found || found.total === 0 ? await surprise() : { ok: false as const });
  return json(
    {
      unexpected: unexpected.ok ? unexpected.value : [],
      found,
      forStudent: actor.kind === "student",
      maySuggest: actor.kind !== "staff",
    },
    found ? undefined : { status: 503, headers: { "Retry-After": String(RETRY_SECONDS) } },
  );
}

/** Remix keeps those of a loader from the page unless they are named. */
export const headers: HeadersFunction = ({ loaderHeaders }) => {
  const retry = loaderHeaders.get("Retry-After");
  return new Headers(retry === null ? [] : [["Retry-After", retry]]);
};

export default function SearchPage() {
  const { t } = useTranslation("search");
  const { found, unexpected, forStudent, maySuggest } = useLoaderData<typeof loader>();
  const { asked: said, unread } = readAddress(useAskedParams());
  const unmeasured = found?.unmeasured ?? [];
  const asked = unmeasured.length > 0 ? addressWithoutDistances(said) : said;
  const { box, onType, onTick, onSubmit } = useSearchAsYouType(FORM);
  const root = useRouteLoaderData<{ viewer: { key: string } | null }>("root");
  const recent = useRecentSearches((forStudent && root?.viewer?.key) || null, asked.get("q") ?? "");
  return (
    <Page title={t("title")} lead={forStudent ? t("lead") : undefined} width="wide">
      <Hint of="search" />
      <SearchBox
        id={FORM}
        box={box}
        asked={asked}
        canSortByDistance={found ? found.measuredFrom !== null : asked.get("sort") === "near"}
        onType={onType}
        onTick={onTick}
        onSubmit={onSubmit}
      />
      {unread.length > 0 && <LeftOut why="unread" what={unread} />}
      {unmeasured.length > 0 && <LeftOut why="unmeasured" what={unmeasured} />}
      <div className="flex flex-wrap items-start justify-between gap-x-8">
        <Recent texts={recent.texts} onClear={recent.clear} />
        {forStudent && <KeepLinks asked={asked} />}
      </div>
      <NoticePlace>
        {found ? found.degraded && <Notice tone="wait">{t("degraded")}</Notice> : <AwayNotice asked={asked} />}
      </NoticePlace>
      {found ? (
        <Found {...{ found, unexpected, forStudent, maySuggest, asked, onType, onTick }} form={FORM} />
      ) : (
        <RowHeadingLevel.Provider value="h3">
          <KeptLimits asked={asked} form={FORM} />
          <Unexpected results={unexpected} />
        </RowHeadingLevel.Provider>
      )}
    </Page>
  );
}
