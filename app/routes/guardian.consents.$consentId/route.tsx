import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { answerConsent } from "~/features/consents/answer-consent.server";
import { askQuestion } from "~/features/consents/ask-question.server";
import { openConsent } from "~/features/consents/open-consent.server";
import { ConsentForm, consentRefusals } from "~/http/consent-answer.server";
import { toConsentView } from "~/http/consent-view.server";
import { parseForm } from "~/http/parse-form.server";
import { parseParams } from "~/http/parse-params.server";
import { redirectWithToast } from "~/http/redirect-with-toast.server";
import { notFound, refuse } from "~/http/refuse.server";
import { requireGuardian } from "~/http/require-actor.server";
import { ConsentSheet } from "~/ui/consent-sheet";
import { Page } from "~/ui/page";
import type { PageHandle } from "~/ui/page-handle";

export const handle: PageHandle = { title: "consent:page.agreeTitle" };

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireGuardian(request, context);
  const outcome = await openConsent(context.wiring, actor, parseParams(params, "consentId"));
  if (!outcome.ok) throw notFound();
  return toConsentView(outcome.value, context.language);
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requireGuardian(request, context);
  const { consentId } = parseParams(params, "consentId");
  const form = await parseForm(request, ConsentForm, context);
  if (!form.ok) return form.reply;
  const { wiring } = context;
  if (form.value.answer === "question") {
    const outcome = await askQuestion(wiring, actor, { consentId, question: form.value.question });
    return outcome.ok
      ? redirectWithToast("/guardian", "consent:toast.question")
      : refuse(context, outcome, consentRefusals, form.typed);
  }
  const { answer, typedName, relationship, code } = form.value;
  const outcome = await answerConsent(wiring, actor, {
    consentId,
    answer,
    typedName,
    relationship,
    code,
    studentSessionHere: false,
  });
  if (!outcome.ok) return refuse(context, outcome, consentRefusals, form.typed);
  return redirectWithToast("/guardian", answer === "agree" ? "consent:toast.given" : "consent:toast.refused");
}

export default function GuardianConsent() {
  const { t } = useTranslation("consent");
  const page = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const title =
    page.purpose === "looking"
      ? t("page.titleLooking", { name: page.studentName })
      : t("page.titleOther", { name: page.studentName });
  return (
    <Page title={title} lead={t("page.lead")} back={{ to: "/guardian", label: t("record.back") }}>
      <ConsentSheet page={page} reply={reply} />
    </Page>
  );
}
