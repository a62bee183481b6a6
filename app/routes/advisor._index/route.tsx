import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { ownConcernTasks } from "~/features/concerns/own-concern-tasks.server";
import { openAdvisory } from "~/features/homes/open-advisory.server";
import { requireStaff } from "~/http/require-actor.server";
import { LinkButton } from "~/ui/button";
import { RowList } from "~/ui/card";
import { ConcernTasks } from "~/ui/concern-tasks";
import { EmptyState } from "~/ui/empty-state";
import { formatDay, formatNames } from "~/ui/format";
import { Notice } from "~/ui/notice";
import { Page } from "~/ui/page";
import type { PageHandle } from "~/ui/page-handle";
import { useText } from "~/ui/use-text";
import { StudentRow } from "./student-row";

export const handle: PageHandle = { title: "home:advisor.title" };

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireStaff(request, context);
  return {
    ...(await openAdvisory(context.wiring, actor)),
    concernTasks: await ownConcernTasks(context.wiring, actor),
  };
}

export default function AdvisorHome() {
  const { t, i18n } = useTranslation("home");
  const text = useText();
  const { students, covering, timeZone, concernTasks } = useLoaderData<typeof loader>();
  const without = students.filter(({ profile }) => profile === "none").map(({ name }) => name);
  return (
    <Page
      title={t("advisor.title")}
      lead={t("advisor.lead")}
      actions={
        <>
          <LinkButton to="/conversations">{text("conversations:all.title")}</LinkButton>
          <LinkButton to="/search">{t("advisor.search")}</LinkButton>
          <LinkButton to="/advisor/day">{t("day.title")}</LinkButton>
          <LinkButton to="/advisor/cover">{t("cover.title")}</LinkButton>
        </>
      }
    >
      <ConcernTasks tasks={concernTasks} />
      {covering.map(({ id, advisory, until }) => (
        <Notice key={id} tone="info">
          {t("cover.until", { advisory, day: formatDay(until, i18n.language) })}
        </Notice>
      ))}
      {without.length > 0 && (
        <Notice title={t("advisor.noProfile", { count: without.length, names: formatNames(without, i18n.language) })}>
          {t("advisor.noProfileHint")}
        </Notice>
      )}
      {students.length === 0 ? (
        <EmptyState title={t("advisor.none")}>{t("advisor.noneText")}</EmptyState>
      ) : (
        <RowList label={t("advisor.title")}>
          {students.map((student) => (
            <StudentRow key={student.id} student={student} timeZone={timeZone} />
          ))}
        </RowList>
      )}
    </Page>
  );
}
