import { type ActionFunctionArgs, json, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { Heart } from "lucide-react";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { type RequestRefusal, requestPursuit } from "~/features/pursuits/request-pursuit.server";
import { openListing } from "~/features/search/open-listing.server";
import { removeWish } from "~/features/wishes/remove-wish.server";
import { saveWish } from "~/features/wishes/save-wish.server";
import { parseForm } from "~/http/parse-form.server";
import { parseParams } from "~/http/parse-params.server";
import { redirectWithToast } from "~/http/redirect-with-toast.server";
import { NOT_FOUND, notFound, type Refusals, refuse } from "~/http/refuse.server";
import { requireActor } from "~/http/require-actor.server";
import { LinkButton } from "~/ui/button";
import { formatDay } from "~/ui/format";
import { Notice } from "~/ui/notice";
import { Page } from "~/ui/page";
import type { PageHandle } from "~/ui/page-handle";
import { PursuitBadge } from "~/ui/pursuit-badge";
import { WishButton } from "~/ui/wish-button";
import { AskForm } from "./ask-form";
import { ListingFacts } from "./listing-facts";
import { viewOf } from "./listing-view";
import { NextSteps } from "./next-steps";

export const handle: PageHandle = { titleFrom: (data) => data.view.title };

const Act = z.discriminatedUnion("intent", [
  z.object({ intent: z.enum(["save", "unsave"]), returnTo: z.string().max(2000).default("") }),
  z.object({ intent: z.literal("request"), note: z.string().max(2000).default("") }),
]);

const REFUSALS: Refusals<RequestRefusal> = {
  not_permitted: { status: 403, key: "listing:fault.not_permitted" },
  not_found: NOT_FOUND,
  not_open: { status: 409, key: "listing:fault.not_open" },
  staff_ask_for_this: { status: 409, key: "listing:fault.staff_ask_for_this" },
  already_asked: { status: 409, key: "listing:fault.already_asked" },
  suggested_already: { status: 409, key: "listing:fault.suggested_already" },
  too_many_live: { status: 409, key: "listing:fault.too_many_live" },
};

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, context, { kinds: ["student", "guardian", "staff"] });
  const outcome = await openListing(context.wiring, actor, parseParams(params, "listingId"));
  if (!outcome.ok) throw notFound();
  return { view: viewOf(outcome.value), forStudent: actor.kind === "student", forStaff: actor.kind === "staff" };
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, context, { kinds: ["student"] });
  const { listingId } = parseParams(params, "listingId");
  const form = await parseForm(request, Act, context);
  if (!form.ok) return form.reply;
  const { wiring } = context;
  if (form.value.intent === "request") {
    const outcome = await requestPursuit(wiring, actor, { listingId, note: form.value.note });
    if (!outcome.ok) return refuse(context, outcome, REFUSALS, form.typed);
    return redirectWithToast(`/student/pursuits/${outcome.value.pursuitId}`, "pursuits:toast.requested");
  }
  const save = form.value.intent === "save";
  const outcome = await (save ? saveWish : removeWish)(wiring, actor, { listingId });
  if (!outcome.ok) return refuse(context, outcome, REFUSALS, form.typed);
  if (form.value.returnTo === "") return json({ ok: true as const, errors: {}, values: {} });
  return redirectWithToast(form.value.returnTo, save ? "search:toast.saved" : "search:toast.unsaved");
}

export default function Listing() {
  const { t, i18n } = useTranslation(["listing", "search", "acting"]);
  const { view, forStudent, forStaff } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const here = `/placements/${view.listingId}`;
  return (
    <Page
      title={view.title}
      lead={view.organisation}
      back={{ to: "/search", label: t("search:back") }}
      actions={
        <>
          {forStudent && view.isListed && (!view.isOver || view.wished) && (
            <WishButton listingId={view.listingId} title={view.title} saved={view.wished} returnTo={here} />
          )}
          {view.mayAsk && (
            <LinkButton to="#ask" icon={Heart}>
              {t("search:row.like")}
            </LinkButton>
          )}
          {forStaff && view.isListed && !view.isOver && (
            <LinkButton to={`${here}/record`}>{t("acting:forStudent.link")}</LinkButton>
          )}
          {view.seesBoard && (
            <LinkButton to={`/coordinator/matches/listings/${view.listingId}`}>{t("one.board")}</LinkButton>
          )}
        </>
      }
    >
      {!view.isListed && <Notice tone="wait">{t("one.notListed")}</Notice>}
      {view.isOver && view.endsOn && (
        <Notice tone="wait">{t("one.over", { day: formatDay(view.endsOn, i18n.language, { withYear: true }) })}</Notice>
      )}
      {view.pursuit && (
        <Notice
          title={<PursuitBadge state={view.pursuit.state} />}
          actions={<LinkButton to={`/student/pursuits/${view.pursuit.pursuitId}`}>{t("one.pursuit")}</LinkButton>}
        />
      )}
      <ListingFacts view={view} />
      {!view.isOver && <NextSteps kind={view.kind} />}
      {view.mayAsk && <AskForm reply={reply} isOpen={view.isOpen} />}
    </Page>
  );
}
