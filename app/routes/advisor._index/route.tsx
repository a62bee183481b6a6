import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { ENDORSEMENTS } from "~/domain/pursuit/endorsement";
import { ownConcernTasks } from "~/features/concerns/own-concern-tasks.server";
import { openAdvisory } from "~/features/homes/open-advisory.server";
import { type EndorseRefusal, endorsePursuit } from "~/features/pursuits/endorse-pursuit.server";
import { parseForm } from "~/http/parse-form.server";
import { redirectWithToast } from "~/http/redirect-with-toast.server";
import { NOT_FOUND, type Refusals, refuse } from "~/http/refuse.server";
import { requireStaff } from "~/http/require-actor.server";
import { LinkButton } from "~/ui/button";
import { RowList } from "~/ui/card";
import { ConcernTasks } from "~/ui/concern-tasks";
import { EmptyState } from "~/ui/empty-state";
import { ErrorSummary } from "~/ui/error-summary";
import { formatDay, formatNames } from "~/ui/format";
import { Hint } from "~/ui/hint";
import { Notice } from "~/ui/notice";
import { Page } from "~/ui/page";
import type { PageHandle } from "~/ui/page-handle";
import { useText } from "~/ui/use-text";
import { StudentRow } from "./student-row";
import { ToEndorse } from "./to-endorse";

export const handle: PageHandle = { title: "home:advisor.title" };

const EndorseForm = z.object({
  pursuitId: z.uuid(),
  answer: z.enum(ENDORSEMENTS),
  note: z.string().trim().max(1000).default(""),
});

const REFUSALS: Refusals<EndorseRefusal> = {
  not_permitted: { status: 403, key: "home:fault.not_permitted" },
  not_found: NOT_FOUND,
  not_open: { status: 409, key: "home:advisor.endorse.done" },
  note_missing: { status: 422, key: "home:advisor.endorse.missing", field: "note" },
};

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireStaff(request, context);
  return {
    ...(await openAdvisory(context.wiring, actor)),
    concernTasks: await ownConcernTasks(context.wiring, actor),
  };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const actor = await requireStaff(request, context);
  const form = await parseForm(request, EndorseForm, context);
  if (!form.ok) return form.reply;
  const outcome = await endorsePursuit(context.wiring, actor, form.value);
  if (!outcome.ok) return refuse(context, outcome, REFUSALS, form.typed);
  return redirectWithToast("/advisor", form.value.answer === "endorse" ? "home:toast.endorsed" : "home:toast.doubted");
}

export default function AdvisorHome() {
  const { t, i18n } = useTranslation("home");
  const text = useText();
  const { students, covering, timeZone, concernTasks } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const requests = students.flatMap(({ name, pursuits }) =>
    pursuits.flatMap(({ id, title, organisation, since, toEndorse }) =>
      toEndorse ? [{ id, student: name, title, organisation, since, note: toEndorse.note }] : [],
    ),
  );
  // What was answered or decided meanwhile is no row any more.
  const isShown = requests.some(({ id }) => id === reply?.values.pursuitId);
  const hasSeveral = new Set(students.map(({ advisory }) => advisory)).size > 1;
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
      <Hint of="advisor" />
      {!isShown && <ErrorSummary errors={reply?.errors} />}
      <ConcernTasks tasks={concernTasks} />
      <ToEndorse requests={requests} timeZone={timeZone} reply={reply} />
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
            <StudentRow
              key={student.id}
              student={student}
              timeZone={timeZone}
              advisory={hasSeveral ? student.advisory : undefined}
            />
          ))}
        </RowList>
      )}
    </Page>
  );
}
