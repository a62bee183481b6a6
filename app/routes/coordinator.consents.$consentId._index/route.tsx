import { type ActionFunctionArgs, json, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { type CodeRefusal, issueGuardianCode } from "~/features/consents/issue-guardian-code.server";
import { openConsentRecord } from "~/features/consents/open-consent-record.server";
import { type RecordRefusal, recordConsent } from "~/features/consents/record-consent.server";
import { parseForm } from "~/http/parse-form.server";
import { parseParams } from "~/http/parse-params.server";
import { redirectWithToast } from "~/http/redirect-with-toast.server";
import { NOT_FOUND, notFound, type Refusals, refuse } from "~/http/refuse.server";
import { requireCoordinator } from "~/http/require-actor.server";
import { LinkButton } from "~/ui/button";
import { ConsentBadge } from "~/ui/consent-badge";
import { Notice } from "~/ui/notice";
import { Page } from "~/ui/page";
import type { PageHandle } from "~/ui/page-handle";
import { useText } from "~/ui/use-text";
import { CodeForm } from "./code-form";
import { RecordForm } from "./record-form";

export const handle: PageHandle = { titleFrom: (data) => data.guardian };

const Recorded = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("code") }),
  z.object({
    intent: z.literal("record"),
    answer: z.enum(["give", "refuse", "revoke"]),
    channel: z.enum(["paper", "in_person", "phone"]),
    on: z.iso.date(),
    signedName: z.string().max(200).default(""),
    relationship: z.string().max(100).default(""),
    interpreter: z.string().max(200).default(""),
    evidence: z.string().max(500).default(""),
  }),
]);

const REFUSALS: Refusals<RecordRefusal> = {
  not_permitted: { status: 403, key: "pursuits:fault.not_permitted" },
  not_found: NOT_FOUND,
  no_rights: { status: 403, key: "consent:record.noRights" },
  wrong_state: { status: 409, key: "consent:fault.wrong_state" },
  still_needed: { status: 409, key: "pursuits:fault.still_needed" },
  spoken_yes: { status: 422, key: "consent:fault.spoken_yes", field: "channel" },
  evidence_missing: { status: 422, key: "consent:fault.evidence_missing", field: "evidence" },
  interpreter_missing: { status: 422, key: "consent:fault.interpreter_missing", field: "interpreter" },
  date_in_future: { status: 422, key: "pursuits:fault.date_in_future", field: "on" },
  date_before_request: { status: 422, key: "consent:fault.date_before_request", field: "on" },
};

const CODE_REFUSALS: Refusals<CodeRefusal> = {
  not_permitted: { status: 403, key: "pursuits:fault.not_permitted" },
  not_found: NOT_FOUND,
  no_rights: { status: 403, key: "consent:record.noRights" },
  needs_no_code: { status: 409, key: "consent:record.noCode" },
};

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
    if (!issued.ok) return refuse(context, issued, CODE_REFUSALS, form.typed);
    return json(
      { ok: true as const, code: issued.value.code, errors: {}, values: {} },
      { headers: { "Cache-Control": "no-store" } },
    );
  }
  const outcome = await recordConsent(wiring, actor, { consentId, ...form.value });
  if (!outcome.ok) return refuse(context, outcome, REFUSALS, form.typed);
  const here = `/coordinator/consents/${consentId}`;
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
      actions={<LinkButton to={`/coordinator/consents/${data.id}/letter`}>{t("record.letter")}</LinkButton>}
    >
      <ConsentBadge state={data.state} />
      {!data.released && <Notice tone="wait">{t("record.draftText", { language: data.language })}</Notice>}
      {data.sameAddress && <Notice tone="wait">{t("record.sameAddress")}</Notice>}
      {data.mayConsent ? (
        <RecordForm data={data} reply={code === null ? reply : undefined} />
      ) : (
        <Notice tone="info">{t("record.noRights")}</Notice>
      )}
      {data.mayConsent && !data.signsIn && <CodeForm code={code} />}
    </Page>
  );
}
