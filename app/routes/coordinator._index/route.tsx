import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { ownConcernTasks } from "~/features/concerns/own-concern-tasks.server";
import { openCoordinatorHome } from "~/features/homes/open-coordinator-home.server";
import { ownMailStop } from "~/features/mail/own-mail-stop.server";
import { type ApproveRefusal, approvePursuit } from "~/features/pursuits/approve-pursuit.server";
import { parseForm } from "~/http/parse-form.server";
import { redirectWithToast } from "~/http/redirect-with-toast.server";
import { NOT_FOUND, type Refusals, refuse } from "~/http/refuse.server";
import { requireCoordinator } from "~/http/require-actor.server";
import { LinkButton } from "~/ui/button";
import { RowList } from "~/ui/card";
import { ConcernTasks } from "~/ui/concern-tasks";
import { EmptyState } from "~/ui/empty-state";
import { ErrorSummary } from "~/ui/error-summary";
import { Hint } from "~/ui/hint";
import { MailStop } from "~/ui/mail-stop";
import { Page } from "~/ui/page";
import type { PageHandle } from "~/ui/page-handle";
import { HeldNotice } from "./held-notice";
import { WaitingRow } from "./waiting-row";

export const handle: PageHandle = { title: "home:coordinator.title" };

const Approval = z.object({ pursuitId: z.uuid() });

const REFUSALS: Refusals<ApproveRefusal> = {
  not_permitted: { status: 403, key: "pursuits:fault.not_permitted" },
  not_found: NOT_FOUND,
  wrong_state: { status: 409, key: "pursuits:fault.wrong_state" },
  still_needed: { status: 409, key: "pursuits:fault.still_needed" },
  not_endorsed: { status: 409, key: "pursuits:fault.not_endorsed" },
  no_place: { status: 409, key: "pursuits:fault.no_place" },
};

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireCoordinator(request, context);
  const outcome = await openCoordinatorHome(context.wiring, actor);
  if (!outcome.ok) throw new Response(null, { status: 403 });
  return {
    ...outcome.value,
    concernTasks: await ownConcernTasks(context.wiring, actor),
    mailStop: await ownMailStop(context.wiring, actor),
  };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const actor = await requireCoordinator(request, context);
  const form = await parseForm(request, Approval, context);
  if (!form.ok) return form.reply;
  const outcome = await approvePursuit(context.wiring, actor, { pursuitId: form.value.pursuitId });
  if (!outcome.ok) return refuse(context, outcome, REFUSALS, form.typed);
  if (outcome.value.state === "contacted") return redirectWithToast("/coordinator", "pursuits:toast.contacted");
  return redirectWithToast("/coordinator", "pursuits:toast.approved", { count: 1 });
}

export default function CoordinatorHome() {
  const { t } = useTranslation("home");
  const { waiting, total, held, timeZone, schoolName, concernTasks, mailStop } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  // What a colleague has decided meanwhile is no row any more.
  const isShown = waiting.some(({ key }) => key === reply?.values.pursuitId);
  const lead =
    total === 0
      ? t("coordinator.leadNone", { school: schoolName })
      : t("coordinator.lead", { count: total, school: schoolName });
  return (
    <Page
      title={t("coordinator.title")}
      lead={lead}
      width="wide"
      actions={<LinkButton to="/advisor/day">{t("day.title")}</LinkButton>}
    >
      <Hint of="coordinator" />
      {!isShown && <ErrorSummary errors={reply?.errors} />}
      <ConcernTasks tasks={concernTasks} />
      <HeldNotice held={held} />
      <MailStop stop={mailStop} timeZone={timeZone} />
      {total === 0 ? (
        <EmptyState
          title={t("coordinator.empty")}
          action={
            <>
              <LinkButton look="primary" to="/coordinator/matches">
                {t("coordinator.board")}
              </LinkButton>
              <LinkButton to="/coordinator/imports">{t("coordinator.import")}</LinkButton>
            </>
          }
        >
          {t("coordinator.emptyText")}
        </EmptyState>
      ) : (
        <RowList label={t("coordinator.title")}>
          {waiting.map((item) => (
            <WaitingRow
              key={item.key}
              item={item}
              timeZone={timeZone}
              reply={reply?.values.pursuitId === item.key ? reply : undefined}
            />
          ))}
        </RowList>
      )}
      {total > waiting.length && (
        <div className="flex flex-wrap gap-3">
          <LinkButton to="/coordinator/pursuits">{t("coordinator.more")}</LinkButton>
          <LinkButton to="/coordinator/introductions">{t("coordinator.moreIntroductions")}</LinkButton>
          <LinkButton to="/coordinator/tasks">{t("coordinator.moreTasks")}</LinkButton>
        </div>
      )}
    </Page>
  );
}
