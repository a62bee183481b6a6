import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { listHeldApprovals } from "~/features/matching/list-held-approvals.server";
import { rankForListing } from "~/features/matching/rank-for-listing.server";
import { holdPair } from "~/features/pursuits/hold-pair.server";
import { decideRefusals, RankingForm } from "~/http/approve-pair-form.server";
import { parseForm } from "~/http/parse-form.server";
import { parseParams } from "~/http/parse-params.server";
import { redirectWithToast } from "~/http/redirect-with-toast.server";
import { notFound, refuse } from "~/http/refuse.server";
import { requireCoordinator } from "~/http/require-actor.server";
import { decideMany } from "~/routes/coordinator.matches._index/actions.server";
import { LinkButton } from "~/ui/button";
import { HeldBar } from "~/ui/held-bar";
import { Page } from "~/ui/page";
import type { PageHandle } from "~/ui/page-handle";
import { approvalOf } from "~/ui/pair-approval";
import { Ranking } from "~/ui/ranking";

export const handle: PageHandle = { titleFrom: (data) => data.listing.title };

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireCoordinator(request, context);
  const { listingId } = parseParams(params, "listingId");
  const outcome = await rankForListing(context.wiring, actor, { listingId });
  const waiting = await listHeldApprovals(context.wiring, actor, { listingId });
  if (!outcome.ok || !waiting.ok) throw notFound();
  const { listing, openPlaces, ranked, blocked, eligibleCount, names } = outcome.value;
  const nameOf = (id: string) => names.get(id)?.full_name ?? "";
  return {
    listing,
    openPlaces,
    eligibleCount,
    held: waiting.value.held,
    timeZone: waiting.value.timeZone,
    ranked: ranked.map(({ studentId: id, score, explanation, eligibility }) => ({
      id,
      score,
      explanation,
      checks: eligibility.checks,
      approval: approvalOf({ studentId: id, listingId }, waiting.value),
      title: nameOf(id),
      grade: names.get(id)?.grade ?? 0,
    })),
    blocked: blocked.map(({ studentId: id, eligibility }) => ({
      id,
      title: nameOf(id),
      blockers: eligibility.blockers,
    })),
  };
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requireCoordinator(request, context);
  const { listingId } = parseParams(params, "listingId");
  const form = await parseForm(request, RankingForm, context);
  if (!form.ok) return form.reply;
  const asked = form.value;
  const back = `/coordinator/matches/listings/${listingId}`;
  if (asked.intent !== "approve") return decideMany(asked.intent, { context, actor, ids: asked.matchId, back });
  const outcome = await holdPair(context.wiring, actor, { studentId: asked.id, listingId, score: asked.score });
  if (!outcome.ok) return refuse(context, outcome, decideRefusals, form.typed);
  return redirectWithToast(back, "board:toast.held", { count: 1 });
}

export default function ListingRanking() {
  const { t } = useTranslation("matching");
  const { listing, openPlaces, ranked, blocked, eligibleCount, held, timeZone } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const rows = ranked.map((row) => ({
    ...row,
    to: `/coordinator/matches/students/${row.id}`,
    detail: t("board.gradeIs", { grade: row.grade }),
  }));
  return (
    <Page
      title={listing.title}
      lead={t("listing.lead", { organisation: listing.organisation, places: openPlaces })}
      back={{ to: "/coordinator/matches", label: t("listing.back") }}
      actions={<LinkButton to={`/coordinator/listings/${listing.id}`}>{t("listing.open")}</LinkButton>}
      width="wide"
    >
      <HeldBar held={held} reply={reply} timeZone={timeZone} />
      <Ranking
        ranked={rows}
        blocked={blocked}
        eligibleCount={eligibleCount}
        emptyTitle={t("listing.none")}
        reply={reply}
      />
    </Page>
  );
}
