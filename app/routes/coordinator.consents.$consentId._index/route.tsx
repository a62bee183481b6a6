import { type ActionFunctionArgs, json, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { issueGuardianCode } from "~/features/consents/issue-guardian-code.server";
import { openConsentRecord } from "~/features/consents/open-consent-record.server";
import { recordConsent } from "~/features/consents/record-consent.server";
import { recordQuestion } from "~/features/consents/record-question.server";
import { civilDay } from "~/http/civil-day.server";
import { readSaid, SAID_FIELDS } from "~/http/how-it-was-said.server";
import { parseForm } from "~/http/parse-form.server";
import { parseParams } from "~/http/parse-params.server";
import { redirectWithToast } from "~/http/redirect-with-toast.server";
import { notFound, refuse } from "~/http/refuse.server";
import { requireCoordinator } from "~/http/require-actor.server";
import { LinkButton } from "~/ui/button";
import { ConsentBadge } from "~/ui/consent-badge";
import { Notice } from "~/ui/notice";
import { Page } from "~/ui/page";
import type { PageHandle } from "~/ui/page-handle";
import { ScansLink } from "~/ui/scans-link";
import { useText } from "~/ui/use-text";
import { CodeForm } from "./code-form";
import { QuestionForm } from "./question-form";
import { RecordForm } from "./record-form";
import { codeRefusals, questionRefusals, recordRefusals } from "./refusals.server";

export const handle: PageHandle = { titleFrom: (data) => data.guardian };

const Recorded = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("code") }),
  z.object({
    intent: z.literal("question"),
    question: z.string().max(2000).default(""),
    ...SAID_FIELDS,
  }),
  z.object({
    intent: z.literal("record"),
    answer: z.enum(["give", "refuse", "revoke"]),
    on: civilDay,
    signedName: z.string().max(200).default(""),
    relationship: z.string().max(100).default(""),
    ...SAID_FIELDS,
  }),
]);

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireCoordinator(request, context);
  const outcome = await openConsentRecord(context.wiring, actor, parseParams(params, "consentId"));
  if (!outcome.ok) throw notFound();
  const { consent, text, rights, requestedOn, today } = outcome.value;
  return {
    id: consent.id,
    guardian: consent.guardian_full_name,
    student: consent.student_full_name,
    purpose: consent.purpose,
    state: consent.state,
    language: consent.language,
    released: text?.released ?? false,
    sameAddress: consent.same_address_as_student,
    mayConsent: rights !== null,
    signsIn: rights?.isSelf ?? false,
    pursuitId: consent.pursuit_id,
    requestedOn,
    today,
  };
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requireCoordinator(request, context);
  const { consentId } = parseParams(params, "consentId");
  const form = await parseForm(request, Recorded, context);
  if (!form.ok) return form.reply;
  const { wiring } = context;
  if (form.value.intent === "code") {
    const issued = await issueGuardianCode(wiring, actor, { consentId });
    if (!issued.ok) return refuse(context, issued, codeRefusals, form.typed);
    return json(
      { ok: true as const, code: issued.value.code, errors: {}, values: {} },
      { headers: { "Cache-Control": "no-store" } },
    );
  }
  const here = `/coordinator/consents/${consentId}`;
  if (form.value.intent === "question") {
    const said = await readSaid(form.value);
    const noted = await recordQuestion(wiring, actor, { consentId, question: form.value.question, ...said });
    if (!noted.ok) return refuse(context, noted, questionRefusals, form.typed);
    return redirectWithToast(here, "consent:toast.questionRecorded");
  }
  const said = await readSaid(form.value);
  const outcome = await recordConsent(wiring, actor, { consentId, ...form.value, ...said });
  if (!outcome.ok) return refuse(context, outcome, recordRefusals, form.typed);
  return redirectWithToast(
    here,
    outcome.value.contacted > 0 ? "consent:toast.recordedContacted" : "consent:toast.recorded",
  );
}

export default function ConsentRecordPage() {
  const { t } = useTranslation("consent");
  const text = useText();
  const data = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const code = reply && "code" in reply ? reply.code : null;
  const refused = code === null ? reply : undefined;
  const isQuestion = refused?.values && "intent" in refused.values && refused.values.intent === "question";
  return (
    <Page
      title={t("record.title", { guardian: data.guardian })}
      lead={t("record.lead", {
        student: data.student,
        purpose: text(`consent:purpose.${data.purpose}` as "consent:purpose.looking"),
      })}
      back={{
        to: data.pursuitId ? `/coordinator/pursuits/${data.pursuitId}` : "/coordinator",
        label: t("record.back"),
      }}
      actions={
        <>
          <LinkButton to={`/coordinator/consents/${data.id}/letter`}>{t("record.letter")}</LinkButton>
          <ScansLink noun="consent" id={data.id} />
        </>
      }
    >
      <ConsentBadge state={data.state} />
      {!data.released && <Notice tone="wait">{t("record.draftText", { language: data.language })}</Notice>}
      {data.sameAddress && <Notice tone="wait">{t("record.sameAddress")}</Notice>}
      {data.mayConsent ? (
        <RecordForm data={data} reply={isQuestion ? undefined : refused} />
      ) : (
        <Notice tone="info">{t("record.noRights")}</Notice>
      )}
      <QuestionForm reply={isQuestion ? refused : undefined} />
      {data.mayConsent && !data.signsIn && <CodeForm code={code} />}
    </Page>
  );
}
