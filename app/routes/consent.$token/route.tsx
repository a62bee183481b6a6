import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { answerConsent } from "~/features/consents/answer-consent.server";
import { askQuestion } from "~/features/consents/ask-question.server";
import { openConsent } from "~/features/consents/open-consent.server";
import { sendFreshLink } from "~/features/consents/send-fresh-link.server";
import { actorFromLink } from "~/http/actor-from-link.server";
import { ConsentForm, consentRefusals } from "~/http/consent-answer.server";
import { toConsentView } from "~/http/consent-view.server";
import { parseForm } from "~/http/parse-form.server";
import { redirectWithToast } from "~/http/redirect-with-toast.server";
import { notFound, refuse } from "~/http/refuse.server";
import { findActor } from "~/http/require-actor.server";
import { Button } from "~/ui/button";
import { ConsentSheet } from "~/ui/consent-sheet";
import { Form } from "~/ui/form";
import { Notice } from "~/ui/notice";
import { Page } from "~/ui/page";
import type { PageHandle } from "~/ui/page-handle";

export const handle: PageHandle = { title: "consent:page.agreeTitle" };

export async function loader({ context, params }: LoaderFunctionArgs) {
  const link = await actorFromLink(context, { token: params.token, kinds: ["consent"] });
  if (link.expired) return { expired: true as const };
  const outcome = await openConsent(context.wiring, link.actor, { consentId: link.actor.subjectId });
  if (!outcome.ok) throw notFound();
  return { expired: false as const, page: toConsentView(outcome.value, context.language) };
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const { wiring } = context;
  const link = await actorFromLink(context, { token: params.token, kinds: ["consent"] });
  const here = `/consent/${params.token}`;
  if (link.expired) {
    // The same answer whatever happens: whether an address is known is nobody's business who holds an old link.
    await sendFreshLink(wiring, link.linkId);
    return redirectWithToast(here, "consent:toast.freshLink");
  }
  const form = await parseForm(request, ConsentForm, context);
  if (!form.ok) return form.reply;
  const consentId = link.actor.subjectId;
  if (form.value.answer === "question") {
    const outcome = await askQuestion(wiring, link.actor, { consentId, question: form.value.question });
    return outcome.ok
      ? redirectWithToast(here, "consent:toast.question")
      : refuse(context, outcome, consentRefusals, form.typed);
  }
  const { answer, typedName, relationship, code } = form.value;
  const reader = await findActor(request, context);
  const studentSessionHere = reader?.kind === "student";
  const outcome = await answerConsent(wiring, link.actor, {
    consentId,
    answer,
    typedName,
    relationship,
    code,
    studentSessionHere,
  });
  if (!outcome.ok) return refuse(context, outcome, consentRefusals, form.typed);
  return redirectWithToast(here, answer === "agree" ? "consent:toast.given" : "consent:toast.refused");
}

export default function Consent() {
  const { t } = useTranslation("consent");
  const data = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  if (data.expired) {
    return (
      <Page title={t("page.expiredTitle")}>
        <Notice tone="wait">{t("page.expired")}</Notice>
        <Form>
          <Button look="primary" pendingText={t("page.sending")}>
            {t("page.fresh")}
          </Button>
        </Form>
      </Page>
    );
  }
  const { page } = data;
  const title =
    page.purpose === "looking"
      ? t("page.titleLooking", { name: page.studentName })
      : t("page.titleOther", { name: page.studentName });
  return (
    <Page title={title} lead={t("page.lead")}>
      <ConsentSheet page={page} reply={reply} />
    </Page>
  );
}
