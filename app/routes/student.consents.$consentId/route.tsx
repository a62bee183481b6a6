import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { answerConsent } from "~/features/consents/answer-consent.server";
import { askQuestion } from "~/features/consents/ask-question.server";
import { openConsent } from "~/features/consents/open-consent.server";
import { ConsentForm, consentRefusals, consentToasts } from "~/http/consent-answer.server";
import { toConsentView } from "~/http/consent-view.server";
import { parseForm } from "~/http/parse-form.server";
import { parseParams } from "~/http/parse-params.server";
import { redirectWithToast } from "~/http/redirect-with-toast.server";
import { notFound, refuse } from "~/http/refuse.server";
import { requireStudent } from "~/http/require-actor.server";
import { ConsentSheet } from "~/ui/consent-sheet";
import { Page } from "~/ui/page";
import type { PageHandle } from "~/ui/page-handle";

export const handle: PageHandle = { title: "consent:page.agreeTitle" };

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireStudent(request, context);
  const outcome = await openConsent(context.wiring, actor, parseParams(params, "consentId"));
  if (!outcome.ok) throw outcome.reason === "not_found" ? notFound() : new Response(null, { status: 403 });
  return toConsentView(outcome.value, context.language);
}

/** A student of 18 answers for themselves: their own session is what authenticates them. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requireStudent(request, context);
  const { consentId } = parseParams(params, "consentId");
  const form = await parseForm(request, ConsentForm, context);
  if (!form.ok) return form.reply;
  const { answer, question, ...signature } = form.value;
  const outcome =
    answer === "question"
      ? await askQuestion(context.wiring, actor, { consentId, question })
      : await answerConsent(context.wiring, actor, { consentId, answer, ...signature, studentBrowser: true });
  if (!outcome.ok) return refuse(context, outcome, consentRefusals, form.typed);
  return redirectWithToast("/student", consentToasts[answer]);
}

export default function StudentConsent() {
  const { t } = useTranslation("consent");
  const page = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <Page
      title={page.purpose === "looking" ? t("self.titleLooking") : t("self.titleOther")}
      lead={t("self.lead")}
      back={{ to: "/student", label: t("record.back") }}
    >
      <ConsentSheet page={page} reply={reply} />
    </Page>
  );
}
