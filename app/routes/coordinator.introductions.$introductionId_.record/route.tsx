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
import { LinkButton } from "~/ui/button";
import { Notice } from "~/ui/notice";
import { Page } from "~/ui/page";
import type { PageHandle } from "~/ui/page-handle";
import { SaidForm } from "./said-form";

export const handle: PageHandle = { titleFrom: (data) => data.name };

const ANSWERS = ["accept", "decline", "question"] as const;
/** Whoever is a mentor by now asks on; who wants to stop, leaves their organisation. */
const AFTER_A_YES = ["question"] as const;

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

function answersIn(state: string): readonly (typeof ANSWERS)[number][] {
  if (isOpen(state)) return ANSWERS;
  return state === "accepted" ? AFTER_A_YES : [];
}

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
    takes: answersIn(introduction.state),
    mentorId: introduction.mentor_id,
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
  const { takes, mentorId, ...data } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <Page
      title={t("ofHost.title", { name: data.name || t("introductions:desk.forgotten") })}
      lead={t("ofHost.lead")}
      back={{ to: `/coordinator/introductions/${data.id}`, label: t("ofHost.back") }}
    >
      {takes.length > 0 ? <SaidForm {...data} takes={takes} reply={reply} /> : <Notice>{t("ofHost.answered")}</Notice>}
      {mentorId && (
        <Notice
          actions={<LinkButton to={`/coordinator/mentors/${mentorId}/leaving`}>{t("ofHost.leaving")}</LinkButton>}
        >
          {t("ofHost.stops", { name: data.name })}
        </Notice>
      )}
    </Page>
  );
}
