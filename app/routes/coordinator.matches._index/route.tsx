import type { ActionFunctionArgs, AppLoadContext, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { StaffActor } from "~/domain/actor";
import { listLockPrices } from "~/features/matching/list-lock-prices.server";
import { listUnmatched } from "~/features/matching/list-unmatched.server";
import { openBoard } from "~/features/matching/open-board.server";
import { readyPlan } from "~/features/matching/ready-plan.server";
import { rulePair } from "~/features/matching/rule-pair.server";
import { startMatchRun } from "~/features/matching/start-match-run.server";
import { decideEach } from "~/features/pursuits/decide-each.server";
import { answerDecidedEach } from "~/http/decided-each.server";
import { parseForm } from "~/http/parse-form.server";
import { redirectWithToast } from "~/http/redirect-with-toast.server";
import { refuse } from "~/http/refuse.server";
import { requireCoordinator } from "~/http/require-actor.server";
import { rulePairRefusals } from "~/http/rule-pair-form.server";
import { BoardNews } from "~/ui/board-news";
import { LinkButton } from "~/ui/button";
import { HeldBar } from "~/ui/held-bar";
import { Hint } from "~/ui/hint";
import { LinkTabs } from "~/ui/link-tabs";
import { Page } from "~/ui/page";
import type { PageHandle } from "~/ui/page-handle";
import { BoardForm, movePause } from "./actions.server";
import { BoardLists } from "./board-lists";
import { planPage, readBoardView, VIEWS, type View } from "./board-view";
import { PlanList } from "./plan-list";
import { RunBar } from "./run-bar";
import { SettledList } from "./settled-list";
import { UnmatchedQueue } from "./unmatched-queue";

export const handle: PageHandle = { title: "matching:board.title" };

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireCoordinator(request, context);
  const outcome = await openBoard(context.wiring, actor);
  if (!outcome.ok) throw new Response(null, { status: 403 });
  // Whoever looks at a plan asks about it next.
  context.afterAnswer(() => readyPlan(context.wiring, actor));
  const { view, only, page } = readBoardView(request.url);
  const { matches, rulings, unmatched, takenBack, students, listings, ...head } = outcome.value;
  return {
    ...head,
    view,
    rows: {
      plan: matches.length,
      unmatched: unmatched.length + takenBack.length,
      settled: rulings.length,
      students: students.length,
      listings: listings.length,
    } satisfies Record<View, number>,
    plan: planPage(matches, { only, page }),
    // Only the rows of this view travel: a school has many students.
    settled: view === "settled" ? await priced(context, actor, rulings) : NOTHING_PRICED,
    unmatched: view === "unmatched" ? await explained(context, actor, unmatched) : NOBODY_EXPLAINED,
    takenBack: view === "unmatched" ? takenBack : [],
    students: view === "students" ? students : [],
    listings: view === "listings" ? listings : [],
  };
}

const NOTHING_PRICED = {
  rows: [],
  mode: "balanced" as const,
  since: { counted: 0, left: 0 },
  unpriced: 0,
  isShut: false,
};

/** What coordinators settled, each lock with its price; without one where there is no plan to ask. */
async function priced<Row extends { studentId: string; listingId: string }>(
  context: AppLoadContext,
  actor: StaffActor,
  rows: readonly Row[],
) {
  const outcome = await listLockPrices(context.wiring, actor);
  const keyOf = ({ studentId, listingId }: { studentId: string; listingId: string }) => `${studentId} ${listingId}`;
  const prices = new Map((outcome.ok ? outcome.value.locks : []).map((lock) => [keyOf(lock), lock.price]));
  return {
    rows: rows.map((row) => ({ ...row, price: prices.get(keyOf(row)) })),
    mode: outcome.ok ? outcome.value.mode : NOTHING_PRICED.mode,
    since: outcome.ok ? outcome.value.since : NOTHING_PRICED.since,
    unpriced: outcome.ok ? outcome.value.left : 0,
    isShut: !outcome.ok && outcome.reason === "plan_does_not_open",
  };
}

const NOBODY_EXPLAINED = { rows: [], decidedSince: 0, isShut: false };

/** Why each of them has no place, from what the run saw; where that is gone, or does not open, the reason alone. */
async function explained<Row extends { id: string }>(context: AppLoadContext, actor: StaffActor, rows: readonly Row[]) {
  const outcome = await listUnmatched(context.wiring, actor);
  const found = new Map((outcome.ok ? outcome.value.students : []).map((student) => [student.id, student]));
  return {
    rows: rows.map((row) => {
      const { binding = [], travel = null, crowd = null, seats = [] } = found.get(row.id) ?? {};
      return { ...row, binding, travel, crowd, seats };
    }),
    decidedSince: outcome.ok ? outcome.value.decidedSince : 0,
    isShut: !outcome.ok && outcome.reason === "plan_does_not_open",
  };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const actor = await requireCoordinator(request, context);
  const form = await parseForm(request, BoardForm, context);
  if (!form.ok) return form.reply;
  const back = `/coordinator/matches${new URL(request.url).search}`;
  const asked = form.value;
  switch (asked.intent) {
    case "run": {
      const started = await startMatchRun(context.wiring, actor, { mode: asked.mode });
      if (!started.ok) throw new Response(null, { status: 403 });
      const { mode } = started.value;
      const isAnother = asked.mode !== undefined && mode !== asked.mode;
      return redirectWithToast(
        "/coordinator/matches",
        isAnother ? `matching:toast.underWay.${mode}` : "matching:toast.started",
      );
    }
    case "rule": {
      const outcome = await rulePair(context.wiring, actor, asked);
      if (!outcome.ok) return refuse(context, outcome, rulePairRefusals(outcome), form.typed);
      return redirectWithToast(back, `board:toast.${asked.ruling}`);
    }
    case "leave_out":
    case "take_in":
      return movePause(asked, { context, actor, back });
    case "approve":
    case "undo":
    case "now": {
      const { intent: decision } = asked;
      const each =
        asked.intent === "approve"
          ? ({ decision: "approve", matchIds: asked.matchId } as const)
          : { decision: asked.intent, approvals: asked.held };
      return answerDecidedEach(context, await decideEach(context.wiring, actor, each), { decision, back });
    }
  }
}

export default function MatchBoard() {
  const { t } = useTranslation(["matching", "board", "plans"]);
  const data = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const tabs = VIEWS.map((view) => ({
    to: view === "plan" ? "/coordinator/matches" : `/coordinator/matches?show=${view}`,
    label: view === "settled" ? t("board:settled.tab") : t(`board.${view}`),
    current: view === data.view,
    count: data.rows[view],
  }));
  return (
    <Page
      title={t("board.title")}
      lead={t("board.lead")}
      width="wide"
      actions={
        <>
          <LinkButton to="/coordinator/matches/what-if">{t("plans:whatIf.open")}</LinkButton>
          <LinkButton to="/coordinator/matches/compare">{t("plans:compare.open")}</LinkButton>
          <LinkButton to="/coordinator/matches/seats">{t("plans:seats.open")}</LinkButton>
          <LinkButton to="/coordinator/matches/equity">{t("plans:equity.open")}</LinkButton>
          <LinkButton to="/coordinator/demand">{t("plans:demand.open")}</LinkButton>
          <LinkButton to="/coordinator/matches/weights">{t("weights.open")}</LinkButton>
          <LinkButton to="/coordinator/matches/travel">{t("travel.open")}</LinkButton>
        </>
      }
    >
      <Hint of="matches" />
      <RunBar
        running={data.running}
        made={data.finishedAt ? { at: data.finishedAt, mode: data.mode, pairs: data.rows.plan } : null}
        counts={data.counts}
        timeZone={data.timeZone}
      />
      <BoardNews seen={data.news} />
      <HeldBar held={data.held} reply={reply} timeZone={data.timeZone} />
      <LinkTabs tabs={tabs} label={t("board.tabs")} />
      {data.view === "plan" && (
        <PlanList
          plan={data.plan}
          all={data.rows.plan}
          held={data.held.filter(({ isOwn }) => isOwn).length}
          planned={data.finishedAt !== null}
          decidedSince={data.decidedSince}
          reply={reply}
        />
      )}
      {data.view === "settled" && <SettledList settled={data.settled} reply={reply} timeZone={data.timeZone} />}
      {data.view === "unmatched" && (
        <UnmatchedQueue
          students={data.unmatched.rows}
          takenBack={data.takenBack}
          isShut={data.unmatched.isShut}
          decidedSince={data.unmatched.decidedSince}
        />
      )}
      {(data.view === "students" || data.view === "listings") && <BoardLists view={data.view} data={data} />}
    </Page>
  );
}
