import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { CALL_OUTCOMES, TELLING_CHANNELS } from "~/domain/notice/call";
import { openTaskToTell } from "~/features/tasks/open-task-to-tell.server";
import { type RecordCallRefusal, recordCall } from "~/features/tasks/record-call.server";
import { civilDay } from "~/http/civil-day.server";
import { parseForm } from "~/http/parse-form.server";
import { parseParams } from "~/http/parse-params.server";
import { redirectWithToast } from "~/http/redirect-with-toast.server";
import { NOT_FOUND, notFound, type Refusals, refuse } from "~/http/refuse.server";
import { requireCoordinator } from "~/http/require-actor.server";
import { LinkButton } from "~/ui/button";
import { Notice } from "~/ui/notice";
import { Page, Section } from "~/ui/page";
import type { PageHandle } from "~/ui/page-handle";
import { helpOf, matterOf, newsOf } from "~/ui/task-words";
import { useText } from "~/ui/use-text";
import { CallForm } from "./call-form";
import { CallLog } from "./call-log";
import { Reached } from "./reached";
import { WhatToSay } from "./what-to-say";

export const handle: PageHandle = { title: "calls:title" };

const Called = z.object({
  outcome: z.enum(CALL_OUTCOMES),
  channel: z.enum(TELLING_CHANNELS),
  nextOn: civilDay.optional(),
  interpreter: z.string().trim().max(200).default(""),
  note: z.string().trim().max(1000).default(""),
  alsoTold: z.array(z.uuid()).max(50).default([]),
});

const REFUSALS: Refusals<RecordCallRefusal> = {
  not_permitted: { status: 403, key: "home:fault.not_permitted" },
  not_found: NOT_FOUND,
  already_closed: { status: 409, key: "home:fault.already_closed" },
  next_in_the_past: { status: 422, key: "calls:fault.next_in_the_past", field: "nextOn" },
};

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireCoordinator(request, context);
  const { toldTaskId: taskId } = parseParams(params, "toldTaskId");
  const outcome = await openTaskToTell(context.wiring, actor, { taskId });
  if (!outcome.ok) throw notFound();
  return outcome.value;
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requireCoordinator(request, context);
  const { toldTaskId: taskId } = parseParams(params, "toldTaskId");
  const form = await parseForm(request, Called, context);
  if (!form.ok) return form.reply;
  const outcome = await recordCall(context.wiring, actor, {
    ...form.value,
    taskId,
    nextOn: form.value.nextOn ?? null,
  });
  if (!outcome.ok) return refuse(context, outcome, REFUSALS, form.typed);
  if (outcome.value.closed > 0) return redirectWithToast("/coordinator/tasks", "calls:toast.told");
  return redirectWithToast(`/coordinator/tasks/${taskId}`, "calls:toast.noted");
}

export default function ToldByAPerson() {
  const { t } = useTranslation("calls");
  const text = useText();
  const { task, calls, others, school, today } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const matter = matterOf(task);
  const gist = newsOf(task);
  const isOpen = task.state === "open";
  const letter =
    task.kind === "interpreter_consent"
      ? `/coordinator/consents/${task.subject.id}/letter`
      : task.said && `/coordinator/tasks/${task.id}/letter`;
  return (
    <Page
      title={text(`home:tasks.kind.${task.kind as "tell_family"}`)}
      lead={text(helpOf(task))}
      back={{ to: "/coordinator/tasks", label: t("back") }}
      actions={matter && <LinkButton to={matter}>{t("matter")}</LinkButton>}
    >
      {!isOpen && <Notice tone="go">{t("closed")}</Notice>}
      {gist && <p className="font-semibold">{text(gist)}</p>}
      {task.facts.keepPlace && <Notice tone="wait">{text("home:tasks.keepPlace")}</Notice>}
      <Reached task={task} timeZone={school.timeZone} />
      {isOpen && (
        <Section title={t("say.title")}>
          <WhatToSay task={task} letter={letter || null} />
        </Section>
      )}
      <Section title={t("log.title")} lead={isOpen ? t("log.lead") : undefined}>
        <CallLog calls={calls} timeZone={school.timeZone} />
        {isOpen && <CallForm task={task} others={others} today={today} timeZone={school.timeZone} reply={reply} />}
      </Section>
    </Page>
  );
}
