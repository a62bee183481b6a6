import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { ownConcernTasks } from "~/features/concerns/own-concern-tasks.server";
import { openCoordinatorHome } from "~/features/homes/open-coordinator-home.server";
import { requireCoordinator } from "~/http/require-actor.server";
import { LinkButton } from "~/ui/button";
import { Row, RowList } from "~/ui/card";
import { ConcernTasks } from "~/ui/concern-tasks";
import { EmptyState } from "~/ui/empty-state";
import { formatDayOf } from "~/ui/format";
import { Notice } from "~/ui/notice";
import { Page } from "~/ui/page";
import type { PageHandle } from "~/ui/page-handle";
import { Badge } from "~/ui/status";
import { useText } from "~/ui/use-text";

export const handle: PageHandle = { title: "home:coordinator.title" };

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireCoordinator(request, context);
  const outcome = await openCoordinatorHome(context.wiring, actor);
  if (!outcome.ok) throw new Response(null, { status: 403 });
  return { ...outcome.value, concernTasks: await ownConcernTasks(context.wiring, actor) };
}

export default function CoordinatorHome() {
  const { t, i18n } = useTranslation("home");
  const text = useText();
  const { waiting, total, inReview, timeZone, schoolName, concernTasks } = useLoaderData<typeof loader>();
  const lead =
    total === 0
      ? t("coordinator.leadNone", { school: schoolName })
      : t("coordinator.lead", { count: total, school: schoolName });
  return (
    <Page title={t("coordinator.title")} lead={lead} width="wide">
      <ConcernTasks tasks={concernTasks} />
      {inReview > 0 && (
        <Notice actions={<LinkButton to="/coordinator/listings">{t("coordinator.review")}</LinkButton>}>
          {t("coordinator.inReview", { count: inReview })}
        </Notice>
      )}
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
            <Row
              key={item.key}
              to={item.to}
              title={
                item.kind === "task"
                  ? text(`home:tasks.kind.${item.taskKind}` as "home:tasks.kind.find_contact")
                  : item.title
              }
              detail={[item.detail, t("coordinator.since", { day: formatDayOf(item.since, i18n.language, timeZone) })]
                .filter(Boolean)
                .join(" · ")}
              status={<Badge tone="wait">{t(`coordinator.kind.${item.kind}`)}</Badge>}
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
