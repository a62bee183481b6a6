import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { answerInvitation } from "~/features/introductions/answer-invitation.server";
import { openInvitation } from "~/features/introductions/open-invitation.server";
import { actorFromLink } from "~/http/actor-from-link.server";
import { InvitationAnswerForm, invitationRefusals } from "~/http/invitation-form.server";
import { parseForm } from "~/http/parse-form.server";
import { redirectWithToast } from "~/http/redirect-with-toast.server";
import { notFound, refuse } from "~/http/refuse.server";
import { LinkButton } from "~/ui/button";
import { formatPhone } from "~/ui/format";
import { Notice } from "~/ui/notice";
import { Page } from "~/ui/page";
import type { PageHandle } from "~/ui/page-handle";
import { SentenceWithPhone } from "~/ui/phone-link";
import { InvitationForm } from "./invitation-form";

export const handle: PageHandle = { title: "introductions:invitation.title" };

const TOASTS = {
  accept: "introductions:toast.accepted",
  decline: "introductions:toast.declined",
  question: "introductions:toast.question",
} as const;

export async function loader({ context, params }: LoaderFunctionArgs) {
  const link = await actorFromLink(context, { token: params.token, kinds: ["introduction-invitation"] });
  if (link.expired) return { expired: true as const };
  const outcome = await openInvitation(context.wiring, link.actor);
  if (!outcome.ok) throw notFound();
  return { expired: false as const, page: outcome.value };
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const link = await actorFromLink(context, { token: params.token, kinds: ["introduction-invitation"] });
  if (link.expired) return redirect(`/invitation/${params.token}`);
  const form = await parseForm(request, InvitationAnswerForm, context);
  if (!form.ok) return form.reply;
  const outcome = await answerInvitation(context.wiring, link.actor, form.value);
  if (!outcome.ok) return refuse(context, outcome, invitationRefusals, form.typed);
  return redirectWithToast(`/invitation/${params.token}`, TOASTS[form.value.answer]);
}

export default function Invitation() {
  const { t } = useTranslation("introductions");
  const data = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  if (data.expired) {
    return (
      <Page title={t("invitation.expiredTitle")}>
        <Notice tone="wait">{t("invitation.expired")}</Notice>
      </Page>
    );
  }
  const { page } = data;
  const isOver = page.state !== "invited" && page.state !== "accepted";
  const school = page.school.name;
  const lead = page.proposerName
    ? t("invitation.leadNamed", { proposer: page.proposerName, school })
    : t("invitation.lead", { school });
  return (
    <Page title={t("invitation.title")} lead={isOver ? undefined : lead}>
      {page.state === "invited" && (
        <>
          <p>{t("invitation.what", { school })}</p>
          <InvitationForm mentorName={page.mentorName} reply={reply} />
          <p className="text-ink-soft">{t("invitation.privacy")}</p>
        </>
      )}
      {page.state === "accepted" && (
        <Notice tone="go" actions={page.maySignIn && <LinkButton to="/sign-in">{t("invitation.signIn")}</LinkButton>}>
          {t(
            !page.maySignIn ? "invitation.acceptedLater" : page.hasPosted ? "invitation.posted" : "invitation.accepted",
          )}
        </Notice>
      )}
      {page.state === "accepted" && page.maySignIn && <p>{t("invitation.aboutYou")}</p>}
      {isOver && <Notice>{t("invitation.closed")}</Notice>}
      <p className="text-ink-soft">
        <SentenceWithPhone
          sentence={t("invitation.help", { name: page.school.helpName, phone: formatPhone(page.school.helpPhone) })}
          phone={page.school.helpPhone}
        />
      </p>
    </Page>
  );
}
