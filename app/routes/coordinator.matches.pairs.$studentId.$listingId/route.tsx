import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { askWhyNot } from "~/features/matching/ask-why-not.server";
import { openPair } from "~/features/matching/open-pair.server";
import { rulePair } from "~/features/matching/rule-pair.server";
import { holdMatch } from "~/features/pursuits/hold-match.server";
import { decideRefusals } from "~/http/approve-pair-form.server";
import { goOn } from "~/http/decided-each.server";
import { parseForm } from "~/http/parse-form.server";
import { parseParams } from "~/http/parse-params.server";
import { redirectWithToast } from "~/http/redirect-with-toast.server";
import { notFound, refuse } from "~/http/refuse.server";
import { requireCoordinator } from "~/http/require-actor.server";
import { RulePairForm, rulePairRefusals } from "~/http/rule-pair-form.server";
import { BoardNews } from "~/ui/board-news";
import { LinkButton } from "~/ui/button";
import { CheckTicks } from "~/ui/check-ticks";
import { Page, Section } from "~/ui/page";
import type { PageHandle } from "~/ui/page-handle";
import { PairDetails } from "~/ui/pair-details";
import { Alternatives } from "./alternatives";
import { PairDecision } from "./pair-decision";
import { PairWords } from "./pair-words";
import { PlanSays } from "./plan-says";

export const handle: PageHandle = { titleFrom: (data) => `${data.student.name} → ${data.listing.title}` };

const PairForm = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("approve"), matchId: z.uuid() }),
  RulePairForm,
]);

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireCoordinator(request, context);
  const ids = parseParams(params, "studentId", "listingId");
  const outcome = await openPair(context.wiring, actor, ids);
  if (!outcome.ok) throw notFound();
  const { match, proposal, inPlan, titleOf, ...pair } = outcome.value;
  const whyNot = await askWhyNot(context.wiring, actor, ids);
  return {
    ...pair,
    whyNot,
    // What the plan saw may be gone; then its pairs alone say less.
    inPlan: whyNot.ok ? null : (inPlan?.code ?? null),
    elsewhere: inPlan?.code === "elsewhere" ? titleOf(inPlan.listingId) : "",
    checks: match.eligibility.checks,
    notes: match.eligibility.notes.map(({ code }) => code),
    score: match.score,
    explanation: match.explanation,
    proposal: proposal && { matchId: proposal.matchId, state: proposal.state },
  };
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requireCoordinator(request, context);
  const { studentId, listingId } = parseParams(params, "studentId", "listingId");
  const form = await parseForm(request, PairForm, context);
  if (!form.ok) return form.reply;
  const here = `/coordinator/matches/pairs/${studentId}/${listingId}`;
  if (form.value.intent === "approve") {
    const held = await holdMatch(context.wiring, actor, form.value);
    if (!held.ok) return refuse(context, held, decideRefusals, form.typed);
    const after = goOn({ [held.value.as]: 1 });
    return redirectWithToast("/coordinator/matches", "board:toast.held", { count: 1, after });
  }
  // The address names the pair; what a form says of another one is not asked.
  const outcome = await rulePair(context.wiring, actor, { ...form.value, studentId, listingId });
  if (!outcome.ok) return refuse(context, outcome, rulePairRefusals(outcome), form.typed);
  return redirectWithToast(here, `board:toast.${form.value.ruling}`);
}

export default function Pair() {
  const { t } = useTranslation(["board", "matching"]);
  const data = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { student, listing } = data;
  return (
    <Page
      title={`${student.name} → ${listing.title}`}
      lead={[listing.organisation, listing.mentor && t("matching:pair.mentor", { mentor: listing.mentor })]
        .filter(Boolean)
        .join(" · ")}
      back={{ to: "/coordinator/matches", label: t("matching:listing.back") }}
      actions={
        <>
          <LinkButton to={`/coordinator/matches/students/${student.id}`}>{t("card.student")}</LinkButton>
          <LinkButton to={`/coordinator/matches/listings/${listing.id}`}>{t("card.listing")}</LinkButton>
        </>
      }
      width="wide"
    >
      <BoardNews seen={data.news} />
      <div className="grid gap-x-16 gap-y-10 lg:grid-cols-2">
        <div className="min-w-0 space-y-10">
          <PairWords pair={data} />
          <PlanSays answer={data.whyNot} />
          <PairDecision pair={data} reply={reply} />
        </div>
        <div className="min-w-0 space-y-10">
          <Section title={t("card.checks")}>
            <div className="space-y-4">
              <CheckTicks checks={data.checks} />
              {data.score && <PairDetails score={data.score} />}
            </div>
          </Section>
          <Section title={t("card.others")} lead={t("card.othersLead", { name: student.name })}>
            <Alternatives studentId={student.id} alternatives={data.alternatives} />
          </Section>
        </div>
      </div>
    </Page>
  );
}
