import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { openFirstContact } from "~/features/pursuits/open-first-contact.server";
import { respondToFirstContact } from "~/features/pursuits/respond-to-first-contact.server";
import { answerVisit } from "~/features/visits/answer-visit.server";
import { actorFromLink } from "~/http/actor-from-link.server";
import { HostForm, hostRefusals } from "~/http/host-answer.server";
import { toHostView } from "~/http/host-view.server";
import { parseForm } from "~/http/parse-form.server";
import { redirectWithToast } from "~/http/redirect-with-toast.server";
import { notFound, refuse } from "~/http/refuse.server";
import { visitRefusals, visitToast } from "~/http/visit-answer.server";
import { HostAnswer } from "~/ui/host-answer";
import { HostVisits } from "~/ui/host-visits";
import { Notice } from "~/ui/notice";
import { Page } from "~/ui/page";
import type { PageHandle } from "~/ui/page-handle";

export const handle: PageHandle = { title: "pursuits:host.title" };

export async function loader({ context, params }: LoaderFunctionArgs) {
  const link = await actorFromLink(context, { token: params.token, kinds: ["first-contact"] });
  if (link.expired) return { expired: true as const };
  const outcome = await openFirstContact(context.wiring, link.actor, { pursuitId: link.actor.subjectId });
  if (!outcome.ok) throw notFound();
  return {
    expired: false as const,
    page: toHostView(outcome.value, context.language),
  };
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const link = await actorFromLink(context, { token: params.token, kinds: ["first-contact"] });
  if (link.expired) throw notFound();
  const form = await parseForm(request, HostForm, context);
  if (!form.ok) return form.reply;
  if ("intent" in form.value) {
    const outcome = await answerVisit(context.wiring, link.actor, { pursuitId: link.actor.subjectId, ...form.value });
    if (!outcome.ok) return refuse(context, outcome, visitRefusals, form.typed);
    return redirectWithToast(`/first-contact/${params.token}`, visitToast(form.value.intent));
  }
  const outcome = await respondToFirstContact(context.wiring, link.actor, {
    pursuitId: link.actor.subjectId,
    ...form.value,
  });
  if (!outcome.ok) return refuse(context, outcome, hostRefusals, form.typed);
  return redirectWithToast(`/first-contact/${params.token}`, "pursuits:toast.answered");
}

export default function FirstContact() {
  const { t } = useTranslation("pursuits");
  const data = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const visitReply = reply?.values?.visitId === undefined ? undefined : reply;
  if (data.expired) {
    return (
      <Page title={t("host.expiredTitle")}>
        <Notice tone="wait">{t("host.expired")}</Notice>
      </Page>
    );
  }
  const { page } = data;
  // Once the disclosure was withdrawn nothing of the student is left to say, the name neither.
  const heading = page.firstName
    ? { title: t("host.title"), lead: t("host.lead", { name: page.firstName, title: page.title }) }
    : { title: t("host.endedTitle", { title: page.title }) };
  return (
    <Page {...heading}>
      <HostAnswer page={page} reply={visitReply ? undefined : reply} />
      <HostVisits visits={page.visits} timeZone={page.school.timeZone} reply={visitReply} />
    </Page>
  );
}
