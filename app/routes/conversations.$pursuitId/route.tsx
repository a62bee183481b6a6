import { randomUUID } from "node:crypto";
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { openConversation } from "~/features/conversations/open-conversation.server";
import { parseForm } from "~/http/parse-form.server";
import { parseParams } from "~/http/parse-params.server";
import { notFound } from "~/http/refuse.server";
import { requireActor } from "~/http/require-actor.server";
import { Hint } from "~/ui/hint";
import { Page } from "~/ui/page";
import type { PageHandle } from "~/ui/page-handle";
import { TextLink } from "~/ui/text-link";
import { actInConversation, ConversationAction } from "./act.server";
import { backTo } from "./back-to";
import { LeaveForm, NextStep, WriteForm } from "./forms";
import { Late } from "./late";
import { Messages } from "./messages";
import { Present } from "./present";
import { useSeen } from "./use-seen";

export const handle: PageHandle = { title: "conversations:title" };

const KINDS = ["student", "guardian", "mentor", "staff"] as const;

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, context, { kinds: KINDS });
  const page = Number(new URL(request.url).searchParams.get("page") ?? 1);
  const outcome = await openConversation(context.wiring, actor, { ...parseParams(params, "pursuitId"), page });
  if (!outcome.ok) throw notFound();
  const back = backTo(actor.kind === "staff" ? actor.role : actor.kind, outcome.value.pursuitId);
  // Each time the page is opened the form has a number of its own, so that what is sent twice is one message.
  return { ...outcome.value, back, formKey: randomUUID() as string };
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, context, { kinds: KINDS });
  const { pursuitId } = parseParams(params, "pursuitId");
  const form = await parseForm(request, ConversationAction, context);
  if (!form.ok) return form.reply;
  return actInConversation(context, actor, { pursuitId, sent: form.value, typed: form.typed });
}

export default function Conversation() {
  const { t } = useTranslation("conversations");
  const data = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { role, about, school } = data;
  useSeen(data);
  const aboutMessage = reply?.values?.messageId === undefined ? undefined : reply;
  return (
    <Page
      title={t("titleAbout", { title: about.title })}
      lead={t(`lead.${role}`, { ...about, school: school.name })}
      back={{ to: data.back, label: t("back") }}
    >
      <Hint of="conversation" />
      <NextStep page={data} reply={reply} />
      {data.isOpen ? <Messages page={data} reply={aboutMessage} /> : <Late reply={aboutMessage} />}
      {(data.isOpen || data.can.write) && <WriteForm page={data} reply={reply} />}
      <Present present={data.present} kept={data.kept} />
      {data.can.leave && <LeaveForm />}
      <p>
        <TextLink to={`/concern?conversation=${data.pursuitId}`}>{t("report")}</TextLink>
      </p>
    </Page>
  );
}
