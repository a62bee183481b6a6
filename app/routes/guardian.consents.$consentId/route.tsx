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
import { requireGuardian } from "~/http/require-actor.server";
import { isStudentBrowser } from "~/http/student-browser.server";
import { ConsentSheet } from "~/ui/consent-sheet";
import { Page } from "~/ui/page";
import type { PageHandle } from "~/ui/page-handle";

export const handle: PageHandle = { title: "consent:page.agreeTitle" };

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireGuardian(request, context);
  const outcome = await openConsent(context.wiring, actor, parseParams(params, "consentId"));
  if (!outcome.ok) throw outcome.reason === "not_found" ? notFound() : new Response(null, { status: 403 });
  return toConsentView(outcome.value, context.language);
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requireGuardian(request, context);
  const { consentId } = parseParams(params, "consentId");
  const form = await parseForm(request, ConsentForm, context);
  if (!form.ok) return form.reply;
  const { answer, question, ...signature } = form.value;
  const outcome =
    answer === "question"
      ? await askQuestion(context.wiring, actor, { consentId, question })
      : await answerConsent(context.wiring, actor, {
          consentId,
          answer,
          ...signature,
          studentBrowser: await isStudentBrowser(request, context),
        });
  if (!outcome.ok) return refuse(context, outcome, consentRefusals, form.typed);
  return redirectWithToast("/guardian", consentToasts[answer]);
}

export default function GuardianConsent() {
  const { t } = useTranslation("consent");
  const page = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const name = page.studentName;
  return (
    <Page
      title={page.purpose === "looking" ? t("page.titleLooking", { name }) : t("page.titleOther", { name })}
      lead={page.state === "requested" && t("page.lead")}
      back={{ to: "/guardian", label: t("record.back") }}
    >
      <ConsentSheet page={page} reply={reply} />
    </Page>
  );
}
