import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { openFirstContact } from "~/features/pursuits/open-first-contact.server";
import { respondToFirstContact } from "~/features/pursuits/respond-to-first-contact.server";
import { answerVisit } from "~/features/visits/answer-visit.server";
import { HostForm, hostRefusals } from "~/http/host-answer.server";
import { toHostView } from "~/http/host-view.server";
import { parseForm } from "~/http/parse-form.server";
import { parseParams } from "~/http/parse-params.server";
import { redirectWithToast } from "~/http/redirect-with-toast.server";
import { notFound, refuse } from "~/http/refuse.server";
import { requireMentor } from "~/http/require-actor.server";
import { visitRefusals, visitToast } from "~/http/visit-answer.server";
import { ConversationLink } from "~/ui/conversation-link";
import { formatPhone } from "~/ui/format";
import { HostAnswer } from "~/ui/host-answer";
import { HostVisits } from "~/ui/host-visits";
import { Notice } from "~/ui/notice";
import { Page } from "~/ui/page";
import type { PageHandle } from "~/ui/page-handle";
import { SentenceWithPhone } from "~/ui/phone-link";

export const handle: PageHandle = { title: "pursuits:host.title" };

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireMentor(request, context);
  const outcome = await openFirstContact(context.wiring, actor, parseParams(params, "pursuitId"));
  if (!outcome.ok) throw notFound();
  return toHostView(outcome.value, context.language);
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requireMentor(request, context);
  const { pursuitId } = parseParams(params, "pursuitId");
  const form = await parseForm(request, HostForm, context);
  if (!form.ok) return form.reply;
  if ("intent" in form.value) {
    const outcome = await answerVisit(context.wiring, actor, { pursuitId, ...form.value });
    if (!outcome.ok) return refuse(context, outcome, visitRefusals, form.typed);
    return redirectWithToast(`/mentor/pursuits/${pursuitId}`, visitToast(form.value.intent));
  }
  const outcome = await respondToFirstContact(context.wiring, actor, { pursuitId, ...form.value });
  if (!outcome.ok) return refuse(context, outcome, hostRefusals, form.typed);
  // A host who said no reads nothing about the student any more, not even here.
  const next = form.value.answer === "turn_down" ? "/mentor" : `/mentor/pursuits/${pursuitId}`;
  return redirectWithToast(next, "pursuits:toast.answered");
}

export default function OwnFirstContact() {
  const { t } = useTranslation(["pursuits", "placements"]);
  const page = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const visitReply = reply?.values?.visitId === undefined ? undefined : reply;
  return (
    <Page
      title={t("host.title")}
      lead={t("host.lead", { name: page.firstName, title: page.title })}
      back={{ to: "/mentor", label: t("placements:back.home") }}
    >
      <HostAnswer page={page} reply={visitReply ? undefined : reply} />
      {page.isTheirs === "yes" && <ConversationLink pursuitId={page.pursuitId} />}
      {page.isTheirs === "unread" && (
        <Notice tone="wait">
          <SentenceWithPhone
            sentence={t("host.unread", { name: page.school.helpName, phone: formatPhone(page.school.helpPhone) })}
            phone={page.school.helpPhone}
          />
        </Notice>
      )}
      {page.isTheirs === "no" && page.firstName !== "" && <p className="text-ink-soft">{t("host.daysElsewhere")}</p>}
      <HostVisits visits={page.visits} timeZone={page.school.timeZone} reply={visitReply} />
    </Page>
  );
}
