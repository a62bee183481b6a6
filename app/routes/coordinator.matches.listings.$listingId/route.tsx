import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { listDecisions } from "~/features/matching/list-decisions.server";
import { rankForListing } from "~/features/matching/rank-for-listing.server";
import { RankingForm } from "~/http/approve-pair-form.server";
import { parseForm } from "~/http/parse-form.server";
import { parseParams } from "~/http/parse-params.server";
import { notFound } from "~/http/refuse.server";
import { requireCoordinator } from "~/http/require-actor.server";
import { decideInRanking } from "~/routes/coordinator.matches._index/decide-in-ranking.server";
import { BoardNews } from "~/ui/board-news";
import { LinkButton } from "~/ui/button";
import { HeldBar } from "~/ui/held-bar";
import { Page } from "~/ui/page";
import type { PageHandle } from "~/ui/page-handle";
import { approvalOf, rulingOf } from "~/ui/pair-approval";
import { Ranking } from "~/ui/ranking";

export const handle: PageHandle = { titleFrom: (data) => data.listing.title };

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireCoordinator(request, context);
  const { listingId } = parseParams(params, "listingId");
  const outcome = await rankForListing(context.wiring, actor, { listingId });
  const decided = await listDecisions(context.wiring, actor, { listingId });
  if (!outcome.ok || !decided.ok) throw notFound();
  const { listing, openPlaces, ranked, blocked, eligibleCount, names } = outcome.value;
  const nameOf = (id: string) => names.get(id)?.full_name ?? "";
  return {
    listing,
    openPlaces,
    eligibleCount,
    held: decided.value.held,
    news: decided.value.news,
    timeZone: decided.value.timeZone,
    ranked: ranked.map(({ studentId: id, score, explanation, eligibility }) => ({
      id,
      score,
      explanation,
      checks: eligibility.checks,
      approval: approvalOf({ studentId: id, listingId }, decided.value),
      ruling: rulingOf({ studentId: id, listingId }, decided.value),
      pair: { studentId: id, student: nameOf(id), listingId, title: listing.title },
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
  return decideInRanking(form.value, {
    context,
    actor,
    back: `/coordinator/matches/listings/${listingId}`,
    pairOf: ({ studentId = "" }) => ({ studentId, listingId }),
    typed: form.typed,
  });
}

export default function ListingRanking() {
  const { t } = useTranslation("matching");
  const { listing, openPlaces, ranked, blocked, eligibleCount, held, news, timeZone } = useLoaderData<typeof loader>();
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
      <BoardNews seen={news} />
      <HeldBar held={held} reply={reply} timeZone={timeZone} />
      <Ranking
        ranked={rows}
        blocked={blocked}
        eligibleCount={eligibleCount}
        label={t("listing.list")}
        emptyTitle={t("listing.none")}
        reply={reply}
      />
    </Page>
  );
}
