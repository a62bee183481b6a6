import { type ActionFunctionArgs, json, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { answerConsent } from "~/features/consents/answer-consent.server";
import { askQuestion } from "~/features/consents/ask-question.server";
import { openConsent } from "~/features/consents/open-consent.server";
import { sendFreshLink } from "~/features/consents/send-fresh-link.server";
import { findSchoolHelp } from "~/features/schools/find-school-help.server";
import { actorFromLink } from "~/http/actor-from-link.server";
import { ConsentForm, consentRefusals, consentToasts } from "~/http/consent-answer.server";
import { toConsentView } from "~/http/consent-view.server";
import { parseForm } from "~/http/parse-form.server";
import { redirectWithToast } from "~/http/redirect-with-toast.server";
import { notFound, refuse } from "~/http/refuse.server";
import { isStudentBrowser } from "~/http/student-browser.server";
import { LinkButton } from "~/ui/button";
import { ConsentSheet } from "~/ui/consent-sheet";
import { Page, Section } from "~/ui/page";
import type { PageHandle } from "~/ui/page-handle";
import { ClosedRequest, ExpiredRequest } from "./closed-request";

export const handle: PageHandle = { title: "consent:page.agreeTitle" };

export async function loader({ context, params }: LoaderFunctionArgs) {
  const { wiring, language } = context;
  const link = await actorFromLink(context, { token: params.token, kinds: ["consent"] });
  if (link.expired) return json({ shows: "expired" as const, help: await findSchoolHelp(wiring, link) });
  const outcome = await openConsent(wiring, link.actor, { consentId: link.actor.subjectId });
  if (outcome.ok)
    return json({ shows: "request" as const, token: params.token, page: toConsentView(outcome.value, language) });
  if (outcome.reason === "not_found") throw notFound();
  return json({ shows: "closed" as const, help: await findSchoolHelp(wiring, link.actor) }, { status: 403 });
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
  const { answer, question, ...signature } = form.value;
  const consentId = link.actor.subjectId;
  const outcome =
    answer === "question"
      ? await askQuestion(wiring, link.actor, { consentId, question })
      : await answerConsent(wiring, link.actor, {
          consentId,
          answer,
          ...signature,
          studentBrowser: await isStudentBrowser(request, context),
        });
  if (!outcome.ok) return refuse(context, outcome, consentRefusals, form.typed);
  return redirectWithToast(here, consentToasts[answer]);
}

export default function Consent() {
  const { t } = useTranslation("consent");
  const data = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  if (data.shows === "expired") return <ExpiredRequest help={data.help} />;
  if (data.shows === "closed") return <ClosedRequest help={data.help} />;
  const { page } = data;
  const name = page.studentName;
  return (
    <Page
      title={page.purpose === "looking" ? t("page.titleLooking", { name }) : t("page.titleOther", { name })}
      lead={page.state === "requested" && t("page.lead")}
    >
      <ConsentSheet page={page} reply={reply} />
      {page.state !== "requested" && !page.isSelf && (
        <Section title={t("page.introduceTitle")} lead={t("page.introduceLead")}>
          <LinkButton to={`/introduce/${data.token}`}>{t("page.introduce")}</LinkButton>
        </Section>
      )}
    </Page>
  );
}
