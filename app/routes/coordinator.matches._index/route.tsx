import { type ActionFunctionArgs, json, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { openBoard } from "~/features/matching/open-board.server";
import { startMatchRun } from "~/features/matching/start-match-run.server";
import { decideMatch } from "~/features/pursuits/decide-match.server";
import { parseForm } from "~/http/parse-form.server";
import { redirectWithToast } from "~/http/redirect-with-toast.server";
import { requireCoordinator } from "~/http/require-actor.server";
import { sentenceFor } from "~/http/text.server";
import { LinkButton } from "~/ui/button";
import { LinkTabs } from "~/ui/link-tabs";
import { Page } from "~/ui/page";
import type { PageHandle } from "~/ui/page-handle";
import { BoardLists } from "./board-lists";
import { PlanList } from "./plan-list";
import { RunBar } from "./run-bar";

export const handle: PageHandle = { title: "matching:board.title" };

const VIEWS = ["plan", "unmatched", "students", "listings"] as const;
type View = (typeof VIEWS)[number];

const Action = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("run") }),
  z.object({ intent: z.literal("approve"), matchId: z.array(z.uuid()).min(1).max(500) }),
  z.object({ intent: z.literal("decline"), matchId: z.array(z.uuid()).min(1).max(1) }),
]);

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireCoordinator(request, context);
  const outcome = await openBoard(context.wiring, actor);
  if (!outcome.ok) throw new Response(null, { status: 403 });
  const asked = new URL(request.url).searchParams.get("show");
  const view: View = VIEWS.find((name) => name === asked) ?? "plan";
  return { view, ...outcome.value };
}

/** Approves one or many pairs, each by itself: what is taken or decided before is refused alone, and said. */
export async function action({ request, context }: ActionFunctionArgs) {
  const actor = await requireCoordinator(request, context);
  const form = await parseForm(request, Action, context);
  if (!form.ok) return form.reply;
  if (form.value.intent === "run") {
    await startMatchRun(context.wiring, actor);
    return redirectWithToast("/coordinator/matches", "matching:toast.started");
  }
  const refusedIds: string[] = [];
  const { intent: decision, matchId: ids } = form.value;
  for (const matchId of ids) {
    const outcome = await decideMatch(context.wiring, actor, { matchId, decision });
    if (!outcome.ok) refusedIds.push(matchId);
  }
  if (refusedIds.length > 0) {
    const sentence = sentenceFor(context, "matching:fault.someRefused", {
      done: ids.length - refusedIds.length,
      refused: refusedIds.length,
    });
    return json({ ok: false as const, errors: { "": sentence }, values: { matchId: refusedIds } }, { status: 409 });
  }
  if (decision === "decline") return redirectWithToast("/coordinator/matches", "matching:toast.declined");
  return redirectWithToast("/coordinator/matches", "matching:toast.approved", { count: ids.length });
}

export default function MatchBoard() {
  const { t } = useTranslation("matching");
  const data = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const counts: Record<View, number> = {
    plan: data.matches.length,
    unmatched: data.unmatched.length,
    students: data.students.length,
    listings: data.listings.length,
  };
  const tabs = VIEWS.map((view) => ({
    to: view === "plan" ? "/coordinator/matches" : `/coordinator/matches?show=${view}`,
    label: t(`board.${view}`),
    current: view === data.view,
    count: counts[view],
  }));
  return (
    <Page
      title={t("board.title")}
      lead={t("board.lead")}
      width="wide"
      actions={
        <>
          <LinkButton to="/coordinator/matches/weights">{t("weights.open")}</LinkButton>
          <LinkButton to="/coordinator/matches/travel">{t("travel.open")}</LinkButton>
        </>
      }
    >
      <RunBar running={data.running} finishedAt={data.finishedAt} counts={data.counts} timeZone={data.timeZone} />
      <LinkTabs tabs={tabs} label={t("board.tabs")} />
      {data.view === "plan" ? (
        <PlanList matches={data.matches} planned={data.finishedAt !== null} reply={reply} />
      ) : (
        <BoardLists view={data.view} data={data} />
      )}
    </Page>
  );
}
