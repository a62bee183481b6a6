import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { rankForListing } from "~/features/matching/rank-for-listing.server";
import { approvePair } from "~/features/pursuits/approve-pair.server";
import { ApprovePairForm, approvePairRefusals } from "~/http/approve-pair-form.server";
import { parseForm } from "~/http/parse-form.server";
import { parseParams } from "~/http/parse-params.server";
import { redirectWithToast } from "~/http/redirect-with-toast.server";
import { notFound, refuse } from "~/http/refuse.server";
import { requireCoordinator } from "~/http/require-actor.server";
import { LinkButton } from "~/ui/button";
import { Page } from "~/ui/page";
import type { PageHandle } from "~/ui/page-handle";
import { Ranking } from "~/ui/ranking";

export const handle: PageHandle = { titleFrom: (data) => data.listing.title };

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireCoordinator(request, context);
  const outcome = await rankForListing(context.wiring, actor, parseParams(params, "listingId"));
  if (!outcome.ok) throw notFound();
  const { listing, openPlaces, ranked, blocked, eligibleCount, names } = outcome.value;
  const nameOf = (id: string) => names.get(id)?.full_name ?? "";
  return {
    listing,
    openPlaces,
    eligibleCount,
    ranked: ranked.map(({ studentId: id, score, explanation, eligibility }) => ({
      id,
      score,
      explanation,
      checks: eligibility.checks,
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
  const form = await parseForm(request, ApprovePairForm, context);
  if (!form.ok) return form.reply;
  const outcome = await approvePair(context.wiring, actor, {
    studentId: form.value.id,
    listingId,
    score: form.value.score,
  });
  if (!outcome.ok) return refuse(context, outcome, approvePairRefusals, form.typed);
  return redirectWithToast(`/coordinator/matches/listings/${listingId}`, "matching:toast.approved", { count: 1 });
}

export default function ListingRanking() {
  const { t } = useTranslation("matching");
  const { listing, openPlaces, ranked, blocked, eligibleCount } = useLoaderData<typeof loader>();
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
