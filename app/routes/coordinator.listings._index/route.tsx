import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { listSchoolListings } from "~/features/placements/list-listings.server";
import { moveListings } from "~/features/placements/move-listings.server";
import { publishAllInReview } from "~/features/placements/publish-all-in-review.server";
import { publishListings } from "~/features/placements/publish-listings.server";
import { parseForm } from "~/http/parse-form.server";
import { redirectWithToast } from "~/http/redirect-with-toast.server";
import { type Refusals, refuse } from "~/http/refuse.server";
import { requireCoordinator } from "~/http/require-actor.server";
import { LinkButton } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { LinkTabs } from "~/ui/link-tabs";
import { Page } from "~/ui/page";
import type { PageHandle } from "~/ui/page-handle";
import { Pagination } from "~/ui/pagination";
import { ListingQueue } from "./listing-queue";
import { SearchBox } from "./search-box";
import { readView, STATES, tabAddress } from "./view";

export const handle: PageHandle = { title: "placements:desk.title" };

const ticked = z.array(z.uuid()).min(1).max(200);
const BulkForm = z.discriminatedUnion("intent", [
  z.object({ intent: z.enum(["publish", "pause", "reopen"]), listingId: ticked }),
  z.object({ intent: z.literal("publish_all"), words: z.string().max(100) }),
]);

const refusals: Refusals<"not_permitted"> = { not_permitted: { status: 403, key: "placements:fault.not_permitted" } };

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireCoordinator(request, context);
  const view = readView(request.url);
  const outcome = await listSchoolListings(context.wiring, actor, view);
  if (!outcome.ok) throw new Response(null, { status: 403 });
  const { rows, ...page } = outcome.value;
  return {
    ...page,
    state: view.state,
    words: view.words,
    rows: rows.map((row) => ({
      id: row.id,
      title: row.title,
      organisation: row.organisation_name,
      kind: row.kind,
      seats: row.seats,
      since: view.state === "in_review" ? row.created_at : row.updated_at,
      isImported: row.is_imported,
      warnings: row.warning_count,
      hasMentor: row.lead_mentor_id !== null,
    })),
  };
}

/** Moves the ticked listings, or publishes all that wait; then shows the same tab again. */
export async function action({ request, context }: ActionFunctionArgs) {
  const actor = await requireCoordinator(request, context);
  const { state, words } = readView(request.url);
  const form = await parseForm(request, BulkForm, context);
  if (!form.ok) return form.reply;
  const { wiring } = context;
  const here = tabAddress(state, words);
  const asked = form.value;
  if (asked.intent === "pause" || asked.intent === "reopen") {
    const outcome = await moveListings(wiring, actor, { listingIds: asked.listingId, move: asked.intent });
    if (!outcome.ok) return refuse(context, outcome, refusals, form.typed);
    const key = asked.intent === "pause" ? "placements:toast.pausedMany" : "placements:toast.reopenedMany";
    return redirectWithToast(here, key, { count: outcome.value.moved });
  }
  const outcome =
    "words" in asked
      ? await publishAllInReview(wiring, actor, { words: asked.words })
      : await publishListings(wiring, actor, { listingIds: asked.listingId });
  if (!outcome.ok) return refuse(context, outcome, refusals, form.typed);
  return redirectWithToast(here, "placements:toast.published", { count: outcome.value.published });
}

export default function ListingDesk() {
  const { t } = useTranslation(["placements", "words", "offers", "merges"]);
  const { rows, counts, state, words, page, pages, timeZone } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const tabs = STATES.map((tab) => ({
    to: tabAddress(tab, words),
    label: t(`desk.${tab}`),
    current: tab === state,
    count: counts[tab],
  }));
  return (
    <Page
      title={t("desk.title")}
      lead={t("desk.lead")}
      width="wide"
      actions={
        <>
          <LinkButton to="/coordinator/offers">{t("offers:door.title")}</LinkButton>
          <LinkButton to="/coordinator/duplicates">{t("merges:title")}</LinkButton>
          <LinkButton to="/coordinator/words">{t("words:title")}</LinkButton>
          <LinkButton to="/coordinator/imports">{t("desk.import")}</LinkButton>
        </>
      }
    >
      <SearchBox view={{ state, words }} />
      <LinkTabs tabs={tabs} label={t("desk.tabs")} />
      {rows.length === 0 ? (
        <EmptyState title={words ? t("desk.noneFound", { words }) : t(`desk.none.${state}`)}>
          {words ? t("desk.noneFoundText") : state === "in_review" && t("desk.noneText")}
        </EmptyState>
      ) : (
        <>
          <ListingQueue
            key={`${state}:${page}:${words}`}
            rows={rows}
            state={state}
            total={counts[state]}
            words={words}
            timeZone={timeZone}
            reply={reply}
          />
          <Pagination page={page} pages={pages} />
        </>
      )}
    </Page>
  );
}
