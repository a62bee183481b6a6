import { json, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData, useRouteLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { listUnexpected } from "~/features/search/list-unexpected.server";
import { searchPlacements } from "~/features/search/search-placements.server";
import { isBare } from "~/features/search/search-wish";
import { requireActor } from "~/http/require-actor.server";
import { LinkButton } from "~/ui/button";
import { RowHeadingLevel } from "~/ui/heading-level";
import { LiveRegion } from "~/ui/live-region";
import { Notice } from "~/ui/notice";
import { Page } from "~/ui/page";
import type { PageHandle } from "~/ui/page-handle";
import { useRecentSearches } from "~/ui/recent-searches";
import { Found } from "./found";
import { KeepLinks } from "./keep-links";
import { Recent } from "./recent";
import { SearchBox } from "./search-box";
import { readWish } from "./search-params";
import { Unexpected } from "./unexpected";
import { useAskedParams, useSearchAsYouType } from "./use-search-as-you-type";

export const handle: PageHandle = { title: "search:title" };

const FORM = "search";
/** An engine that comes back is asked again after a rest of ten seconds. */
const RETRY_SECONDS = 15;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireActor(request, context, { kinds: ["student", "guardian", "staff"] });
  const wish = readWish(new URL(request.url).searchParams);
  const surprise = () => listUnexpected(context.wiring, actor);
  const [outcome, beside] = await Promise.all([
    searchPlacements(context.wiring, actor, { ...wish, readIn: context.language }),
    isBare(wish) ? surprise() : null,
  ]);
  if (!outcome.ok && outcome.reason === "not_permitted") throw new Response(null, { status: 403 });
  const found = outcome.ok ? outcome.value : null;
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

export default function SearchPage() {
  const { t } = useTranslation("search");
  const { found, unexpected, forStudent, maySuggest } = useLoaderData<typeof loader>();
  const asked = useAskedParams();
  const { box, onType, onTick, onSubmit } = useSearchAsYouType(FORM);
  const root = useRouteLoaderData<{ viewer: { key: string } | null }>("root");
  const recent = useRecentSearches((forStudent && root?.viewer?.key) || null, asked.get("q") ?? "");
  return (
    <Page title={t("title")} lead={forStudent ? t("lead") : undefined} width="wide">
      <SearchBox
        id={FORM}
        box={box}
        asked={asked}
        canSortByDistance={found !== null && found.measuredFrom !== null}
        onType={onType}
        onTick={onTick}
        onSubmit={onSubmit}
      />
      <div className="flex flex-wrap items-start justify-between gap-x-8">
        <Recent texts={recent.texts} onClear={recent.clear} />
        {forStudent && <KeepLinks asked={asked} />}
      </div>
      {found ? (
        <Found {...{ found, unexpected, forStudent, maySuggest, asked, onType, onTick }} form={FORM} />
      ) : (
        <RowHeadingLevel.Provider value="h3">
          <Away asked={asked} />
          <Unexpected results={unexpected} />
        </RowHeadingLevel.Provider>
      )}
    </Page>
  );
}

/** No engine answers. Nothing is known of the placements then, so nothing is said about them. */
function Away({ asked }: { asked: URLSearchParams }) {
  const { t } = useTranslation("search");
  return (
    <>
      <LiveRegion>{t("away.title")}</LiveRegion>
      <Notice
        tone="stop"
        title={t("away.title")}
        actions={
          <LinkButton to={`/search?${asked}`} reloadDocument>
            {t("away.again")}
          </LinkButton>
        }
      >
        {t("away.text")}
      </Notice>
    </>
  );
}
