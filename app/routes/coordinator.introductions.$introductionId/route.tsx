import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import type { Actor } from "~/domain/actor";
import { type AnswerQuestionRefusal, answerMentorQuestion } from "~/features/introductions/answer-question.server";
import { type InviteAgainRefusal, inviteAgain } from "~/features/introductions/invite-again.server";
import { type InviteRefusal, inviteIntroducedMentor } from "~/features/introductions/invite-introduced-mentor.server";
import { joinIntroduction } from "~/features/introductions/join-introduction.server";
import { openIntroduction } from "~/features/introductions/open-introduction.server";
import { reviewIntroduction } from "~/features/introductions/review-introduction.server";
import { setIntroductionAside } from "~/features/introductions/set-introduction-aside.server";
import { readTold, TOLD_FIELDS } from "~/http/how-it-was-said.server";
import { parseForm } from "~/http/parse-form.server";
import { parseParams } from "~/http/parse-params.server";
import { redirectWithToast } from "~/http/redirect-with-toast.server";
import { NOT_FOUND, notFound, type Refusals, refuse } from "~/http/refuse.server";
import { requireCoordinator } from "~/http/require-actor.server";
import { LinkButton } from "~/ui/button";
import { IntroductionBadge } from "~/ui/introduction-badge";
import { Notice } from "~/ui/notice";
import { Page } from "~/ui/page";
import type { PageHandle } from "~/ui/page-handle";
import { ScansLink } from "~/ui/scans-link";
import type { Wiring } from "~/wiring";
import { AnswerForm } from "./answer-form";
import { describeIntroduction } from "./describe-introduction.server";
import { IntroductionFacts } from "./introduction-facts";
import { InviteAgainForm } from "./invite-again-form";
import { ReviewForms } from "./review-forms";
import { SamePerson } from "./same-person";

export const handle: PageHandle = { title: "introductions:desk.title" };

const Review = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("invite") }),
  z.object({
    intent: z.literal("review"),
    mentorMail: z.union([z.literal(""), z.email().max(254)]).default(""),
    mentorLanguage: z.string().regex(/^[a-z]{2}$/),
  }),
  z.object({
    intent: z.literal("again"),
    mentorMail: z.union([z.literal(""), z.email().max(254)]).default(""),
    mentorLanguage: z.string().regex(/^[a-z]{2}$/),
  }),
  z.object({ intent: z.literal("join"), firstId: z.uuid() }),
  z.object({ intent: z.literal("answer"), answer: z.string().max(2000).default(""), ...TOLD_FIELDS }),
  z.object({ intent: z.literal("aside"), note: z.string().max(1000).default("") }),
]);

const REFUSALS: Refusals<InviteRefusal | InviteAgainRefusal | AnswerQuestionRefusal> = {
  nothing_asked: { status: 409, key: "introductions:fault.wrong_state" },
  told_missing: { status: 422, key: "introductions:fault.told_missing", field: "channel" },
  answer_empty: { status: 422, key: "introductions:fault.answer_empty", field: "answer" },
  not_permitted: { status: 403, key: "introductions:fault.not_permitted" },
  not_found: NOT_FOUND,
  wrong_state: { status: 409, key: "introductions:fault.wrong_state" },
  still_needed: { status: 409, key: "introductions:fault.still_needed" },
  no_mail: { status: 422, key: "introductions:fault.no_mail", field: "mentorMail" },
  bounced: { status: 409, key: "introductions:fault.bounced" },
  silenced: { status: 409, key: "introductions:fault.silenced" },
  invited_before: { status: 409, key: "introductions:fault.invited_before" },
  suspended: { status: 409, key: "introductions:fault.suspended" },
};

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireCoordinator(request, context);
  const outcome = await openIntroduction(context.wiring, actor, parseParams(params, "introductionId"));
  if (!outcome.ok) throw notFound();
  return describeIntroduction(outcome.value);
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requireCoordinator(request, context);
  const { introductionId } = parseParams(params, "introductionId");
  const form = await parseForm(request, Review, context);
  if (!form.ok) return form.reply;
  const here = `/coordinator/introductions/${introductionId}`;
  const outcome = await act(context.wiring, actor, { introductionId, sent: form.value });
  if (!outcome.ok) return refuse(context, outcome, REFUSALS, form.typed);
  const { intent } = form.value;
  return redirectWithToast(intent === "aside" ? "/coordinator/introductions" : here, TOASTS[intent]);
}

const TOASTS = {
  invite: "introductions:toast.invited",
  again: "introductions:toast.invited",
  review: "introductions:toast.corrected",
  join: "introductions:toast.joined",
  answer: "introductions:toast.replied",
  aside: "introductions:toast.aside",
} as const;

function act(
  wiring: Wiring,
  actor: Actor,
  { introductionId, sent }: { introductionId: string; sent: z.output<typeof Review> },
) {
  if (sent.intent === "invite") return inviteIntroducedMentor(wiring, actor, { introductionId });
  if (sent.intent === "again") return inviteAgain(wiring, actor, { introductionId, ...sent });
  if (sent.intent === "review") return reviewIntroduction(wiring, actor, { introductionId, ...sent });
  if (sent.intent === "join") return joinIntroduction(wiring, actor, { introductionId, firstId: sent.firstId });
  if (sent.intent === "answer")
    return answerMentorQuestion(wiring, actor, { introductionId, answer: sent.answer, told: readTold(sent) });
  return setIntroductionAside(wiring, actor, { introductionId, ...sent });
}

export default function IntroductionReview() {
  const { t } = useTranslation(["introductions", "acting"]);
  const data = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <Page title={data.name || t("desk.forgotten")} back={{ to: "/coordinator/introductions", label: t("one.back") }}>
      <IntroductionBadge state={data.state} />
      <IntroductionFacts data={data} />
      {data.mustConfirm && (
        <Notice tone="wait" actions={<LinkButton to="/coordinator/tasks">{t("one.tasks")}</LinkButton>}>
          {t("one.toConfirm")}
        </Notice>
      )}
      {data.same.length > 0 && <SamePerson same={data.same} reply={reply} />}
      {data.questions.length > 0 && (
        <AnswerForm questions={data.questions} isByMail={data.isAnsweredByMail} reply={reply} />
      )}
      {data.unreached && <InviteAgainForm {...data} unreached={data.unreached} reply={reply} />}
      {data.waits && <ReviewForms {...data} reply={reply} />}
      <p className="flex flex-wrap gap-3">
        {data.takesAnswers && (
          <LinkButton to={`/coordinator/introductions/${data.id}/record`}>{t("acting:ofHost.link")}</LinkButton>
        )}
        {data.name && <ScansLink noun="introduction" id={data.id} />}
      </p>
    </Page>
  );
}
