import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { isOpen } from "~/domain/introduction/lifecycle";
import { openIntroduction } from "~/features/introductions/open-introduction.server";
import {
  type RecordInvitationAnswerRefusal,
  recordInvitationAnswer,
} from "~/features/introductions/record-invitation-answer.server";
import { readSaid, SAID_FIELDS, scanRefusals } from "~/http/how-it-was-said.server";
import { InvitationAnswerForm, invitationRefusals } from "~/http/invitation-form.server";
import { parseForm } from "~/http/parse-form.server";
import { parseParams } from "~/http/parse-params.server";
import { redirectWithToast } from "~/http/redirect-with-toast.server";
import { notFound, type Refusals, refuse } from "~/http/refuse.server";
import { requireCoordinator } from "~/http/require-actor.server";
import { AddressFields } from "~/ui/address-fields";
import { Button } from "~/ui/button";
import { RadioGroup } from "~/ui/choice-fields";
import { Form } from "~/ui/form";
import { HostProfileFields } from "~/ui/host-profile-fields";
import { HowItWasSaid } from "~/ui/how-it-was-said";
import { Notice } from "~/ui/notice";
import { Page, Section } from "~/ui/page";
import type { PageHandle } from "~/ui/page-handle";
import { TextArea } from "~/ui/text-fields";

export const handle: PageHandle = { titleFrom: (data) => data.name };

const ANSWERS = ["accept", "decline", "question"] as const;

const Recorded = InvitationAnswerForm.extend({
  mentorMail: z.union([z.literal(""), z.email().max(254)]).default(""),
  mentorLanguage: z.string().regex(/^[a-z]{2}$/),
  ...SAID_FIELDS,
});

const REFUSALS: Refusals<RecordInvitationAnswerRefusal> = {
  ...invitationRefusals,
  ...scanRefusals,
  wrong_state: { status: 409, key: "introductions:fault.wrong_state" },
  evidence_missing: { status: 422, key: "acting:fault.evidence_missing", field: "evidence" },
};

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireCoordinator(request, context);
  const outcome = await openIntroduction(context.wiring, actor, parseParams(params, "introductionId"));
  if (!outcome.ok) throw notFound();
  const { introduction, languages } = outcome.value;
  return {
    id: introduction.id,
    name: introduction.mentor_name,
    mail: introduction.mentor_mail,
    phone: introduction.mentor_phone,
    language: introduction.mentor_language,
    languages,
    takesAnswers: isOpen(introduction.state),
  };
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requireCoordinator(request, context);
  const { introductionId } = parseParams(params, "introductionId");
  const form = await parseForm(request, Recorded, context);
  if (!form.ok) return form.reply;
  const said = await readSaid(form.value);
  const outcome = await recordInvitationAnswer(context.wiring, actor, { ...form.value, introductionId, ...said });
  if (!outcome.ok) return refuse(context, outcome, REFUSALS, form.typed);
  return redirectWithToast(`/coordinator/introductions/${introductionId}`, "acting:toast.answerOfHost");
}

export default function RecordInvitationAnswer() {
  const { t } = useTranslation(["acting", "introductions"]);
  const { id, name, phone, takesAnswers, ...reached } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <Page
      title={t("ofHost.title", { name: name || t("introductions:desk.forgotten") })}
      lead={t("ofHost.lead")}
      back={{ to: `/coordinator/introductions/${id}`, label: t("ofHost.back") }}
    >
      {takesAnswers ? (
        <Form reply={reply} draft={`record-answer-${id}`} encType="multipart/form-data">
          <RadioGroup
            name="answer"
            label={t("ofHost.what")}
            required
            choices={ANSWERS.map((value) => ({
              value,
              label: t(`ofHost.${value}`),
              hint: value === "decline" ? t("ofHost.declineHint") : undefined,
            }))}
          />
          <TextArea name="question" label={t("ofHost.theirQuestion")} rows={2} />
          <Section title={t("ofHost.withYes")} lead={t("ofHost.withYesLead")}>
            <div className="space-y-6">
              <HostProfileFields mentorName={name} phone={phone} forSomebody />
              <AddressFields {...reached} isOptional />
            </div>
          </Section>
          <HowItWasSaid channelHint={t("ofHost.howHint")} />
          <Button look="primary" type="submit" pendingText={t("scans.saving")}>
            {t("forStudent.save")}
          </Button>
        </Form>
      ) : (
        <Notice>{t("ofHost.answered")}</Notice>
      )}
    </Page>
  );
}
