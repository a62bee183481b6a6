import { type ActionFunctionArgs, json, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { findLetter } from "~/features/letters/find-letter.server";
import { listTasks } from "~/features/tasks/list-tasks.server";
import { parseForm } from "~/http/parse-form.server";
import { pathOfLetter } from "~/http/path-of-letter.server";
import { requireCoordinator } from "~/http/require-actor.server";
import { sentenceFor } from "~/http/text.server";
import { Button, LinkButton } from "~/ui/button";
import { RowList } from "~/ui/card";
import { EmptyState } from "~/ui/empty-state";
import { Form } from "~/ui/form";
import { Page } from "~/ui/page";
import type { PageHandle } from "~/ui/page-handle";
import { Pagination } from "~/ui/pagination";
import { TextField } from "~/ui/text-fields";
import { actOnTask, TaskAction } from "./act-on-task.server";
import { TaskRow } from "./task-row";

export const handle: PageHandle = { title: "home:tasks.title" };

const Action = z.discriminatedUnion("intent", [
  TaskAction,
  z.object({ intent: z.literal("letter"), letterCode: z.string().max(40).default("") }),
]);

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireCoordinator(request, context);
  const outcome = await listTasks(context.wiring, actor, { page: pageIn(request) });
  if (!outcome.ok) throw new Response(null, { status: 403 });
  return outcome.value;
}

export async function action({ request, context }: ActionFunctionArgs) {
  const actor = await requireCoordinator(request, context);
  const form = await parseForm(request, Action, context);
  if (!form.ok) return form.reply;
  if (form.value.intent === "letter") {
    const found = await findLetter(context.wiring, actor, { letterCode: form.value.letterCode });
    if (found.ok) return redirect(pathOfLetter(actor, found.value));
    return json(
      {
        ok: false as const,
        errors: { letterCode: sentenceFor(context, "home:fault.letterUnknown") },
        values: form.typed,
      },
      { status: 422 },
    );
  }
  return actOnTask(context, actor, { sent: form.value, typed: form.typed, page: pageIn(request) });
}

/** What makes no sense in an address counts as not said. */
const pageIn = (request: Request) => Number(new URL(request.url).searchParams.get("page") ?? 1);

export default function Tasks() {
  const { t } = useTranslation("home");
  const { tasks, timeZone, page, pages } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const typedTask = reply?.values && "taskId" in reply.values ? reply.values.taskId : undefined;
  return (
    <Page
      title={t("tasks.title")}
      lead={t("tasks.lead")}
      actions={<LinkButton to="/coordinator/tasks/calls">{t("tasks.callList")}</LinkButton>}
    >
      <Form reply={typedTask === undefined ? reply : undefined} className="flex flex-wrap items-end gap-3">
        <TextField name="letterCode" label={t("tasks.letter")} autoComplete="off" />
        <Button name="intent" value="letter" pendingText={t("tasks.saving")}>
          {t("tasks.find")}
        </Button>
      </Form>
      {tasks.length === 0 ? (
        <EmptyState title={t("tasks.empty")}>{t("tasks.emptyText")}</EmptyState>
      ) : (
        <RowList label={t("tasks.title")}>
          {tasks.map((task) => (
            <TaskRow key={task.id} task={task} timeZone={timeZone} reply={typedTask === task.id ? reply : undefined} />
          ))}
        </RowList>
      )}
      <Pagination page={page} pages={pages} />
    </Page>
  );
}
