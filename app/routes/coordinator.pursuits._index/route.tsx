import { type ActionFunctionArgs, json, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { settleCalling } from "~/features/first-calls/settle-calling.server";
import { approvePursuit } from "~/features/pursuits/approve-pursuit.server";
import { listSchoolPursuits } from "~/features/pursuits/list-school-pursuits.server";
import { settleEndorsing } from "~/features/pursuits/settle-endorsing.server";
import { parseForm } from "~/http/parse-form.server";
import { redirectWithToast } from "~/http/redirect-with-toast.server";
import { type Refusals, refuse } from "~/http/refuse.server";
import { requireCoordinator } from "~/http/require-actor.server";
import { sentenceFor } from "~/http/text.server";
import { EmptyState } from "~/ui/empty-state";
import { LinkTabs } from "~/ui/link-tabs";
import { Page } from "~/ui/page";
import type { PageHandle } from "~/ui/page-handle";
import { Pagination } from "~/ui/pagination";
import { CallingForm } from "./calling-form";
import { EndorsingForm } from "./endorsing-form";
import { PursuitQueue } from "./pursuit-queue";
import { countsOf, QUEUE_VIEWS, readQueueView, VIEWS } from "./view";

export const handle: PageHandle = { title: "pursuits:desk.title" };

const Approvals = z.object({ pursuitId: z.array(z.uuid()).min(1).max(200) });
const Endorsing = z.object({ endorsing: z.enum(["on", "off"]) });
const Calling = z.object({ calling: z.enum(["on", "off"]) });
const SETTING_REFUSALS: Refusals<"not_permitted"> = {
  not_permitted: { status: 403, key: "pursuits:fault.not_permitted" },
};

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireCoordinator(request, context);
  const { view, page } = readQueueView(request.url);
  const outcome = await listSchoolPursuits(context.wiring, actor, { states: VIEWS[view], page });
  if (!outcome.ok) throw new Response(null, { status: 403 });
  const { counts, advisorEndorses, firstCalls, ...shown } = outcome.value;
  const rows = outcome.value.pursuits.map((pursuit) => ({
    id: pursuit.pursuit_id,
    student: pursuit.student_full_name,
    title: pursuit.title,
    organisation: pursuit.organisation_name,
    kind: pursuit.kind,
    state: pursuit.state,
    since: pursuit.updated_at,
    isWithAdvisor: pursuit.waits_for_advisor,
  }));
  const { page: at, pages, timeZone } = shown;
  return { view, rows, counts: countsOf(counts), page: at, pages, timeZone, advisorEndorses, firstCalls };
}

/** Approves one or many, each by itself: a place that is taken refuses that one and leaves the others approved. */
export async function action({ request, context }: ActionFunctionArgs) {
  const actor = await requireCoordinator(request, context);
  const form = await parseForm(request, z.union([Endorsing, Calling, Approvals]), context);
  if (!form.ok) return form.reply;
  if ("endorsing" in form.value) {
    const { endorsing } = form.value;
    const settled = await settleEndorsing(context.wiring, actor, { endorsing });
    if (!settled.ok) return refuse(context, settled, SETTING_REFUSALS, form.typed);
    return redirectWithToast("/coordinator/pursuits", `pursuits:toast.endorsing_${endorsing}`);
  }
  if ("calling" in form.value) {
    const { calling } = form.value;
    const settled = await settleCalling(context.wiring, actor, { calling });
    if (!settled.ok) return refuse(context, settled, SETTING_REFUSALS, form.typed);
    return redirectWithToast("/coordinator/pursuits", `coach:toast.calling_${calling}`);
  }
  const refusedIds: string[] = [];
  for (const pursuitId of form.value.pursuitId) {
    const outcome = await approvePursuit(context.wiring, actor, { pursuitId });
    if (!outcome.ok) refusedIds.push(pursuitId);
  }
  const approved = form.value.pursuitId.length - refusedIds.length;
  if (refusedIds.length === 0)
    return redirectWithToast("/coordinator/pursuits", "pursuits:toast.approved", { count: approved });
  const sentence = sentenceFor(context, "pursuits:desk.someRefused", { done: approved, refused: refusedIds.length });
  return json({ ok: false as const, errors: { "": sentence }, values: { pursuitId: refusedIds } }, { status: 409 });
}

export default function PursuitDesk() {
  const { t } = useTranslation("pursuits");
  const { view, rows, counts, page, pages, timeZone, advisorEndorses, firstCalls } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const tabs = QUEUE_VIEWS.map((key) => ({
    to: key === "waiting" ? "/coordinator/pursuits" : `/coordinator/pursuits?show=${key}`,
    label: t(`desk.${key}`),
    current: key === view,
    count: counts[key],
  }));
  return (
    <Page title={t("desk.title")} lead={t("desk.lead")} width="wide">
      <LinkTabs tabs={tabs} label={t("desk.tabs")} />
      {rows.length === 0 ? (
        <EmptyState title={t("desk.none")}>{view === "waiting" && t("desk.noneWaiting")}</EmptyState>
      ) : (
        <>
          <PursuitQueue rows={rows} timeZone={timeZone} selectable={view === "waiting"} reply={reply} />
          <Pagination page={page} pages={pages} />
        </>
      )}
      {view === "waiting" && <EndorsingForm isOn={advisorEndorses} />}
      {view === "waiting" && <CallingForm isOn={firstCalls} />}
    </Page>
  );
}
