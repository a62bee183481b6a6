import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import type { Actor } from "~/domain/actor";
import { isWaiting } from "~/domain/introduction/lifecycle";
import { namedProposer } from "~/domain/introduction/proposer";
import { type AnswerQuestionRefusal, answerMentorQuestion } from "~/features/introductions/answer-question.server";
import { type InviteAgainRefusal, inviteAgain } from "~/features/introductions/invite-again.server";
import { type InviteRefusal, inviteIntroducedMentor } from "~/features/introductions/invite-introduced-mentor.server";
import { joinIntroduction } from "~/features/introductions/join-introduction.server";
import { openIntroduction } from "~/features/introductions/open-introduction.server";
import { reviewIntroduction } from "~/features/introductions/review-introduction.server";
import { setIntroductionAside } from "~/features/introductions/set-introduction-aside.server";
import { parseForm } from "~/http/parse-form.server";
import { parseParams } from "~/http/parse-params.server";
import { redirectWithToast } from "~/http/redirect-with-toast.server";
import { NOT_FOUND, notFound, type Refusals, refuse } from "~/http/refuse.server";
import { requireCoordinator } from "~/http/require-actor.server";
import { LinkButton } from "~/ui/button";
import { DescriptionList } from "~/ui/description-list";
import { IntroductionBadge } from "~/ui/introduction-badge";
import { Notice } from "~/ui/notice";
import { Page } from "~/ui/page";
import type { PageHandle } from "~/ui/page-handle";
import { PhoneLink } from "~/ui/phone-link";
import { TextLink } from "~/ui/text-link";
import type { Wiring } from "~/wiring";
import { AnswerForm } from "./answer-form";
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
  z.object({ intent: z.literal("answer"), answer: z.string().max(2000).default("") }),
  z.object({ intent: z.literal("aside"), note: z.string().max(1000).default("") }),
]);

const REFUSALS: Refusals<InviteRefusal | InviteAgainRefusal | AnswerQuestionRefusal> = {
  nothing_asked: { status: 409, key: "introductions:fault.wrong_state" },
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
  const { introduction, known, obstacle, languages, kinship, host, unreached, questions, timeZone, same } =
    outcome.value;
  return {
    state: introduction.state,
    name: introduction.mentor_name,
    mail: introduction.mentor_mail,
    phone: introduction.mentor_phone,
    does: introduction.does_what,
    how: introduction.how_known,
    proposer: introduction.proposer_full_name,
    isNamed: namedProposer(introduction) !== null,
    forStudent: introduction.for_student_name,
    isRelative: introduction.is_relative,
    kinship,
    host,
    unreached,
    questions,
    timeZone,
    same: same.map(({ id, state, mentor_name, proposer_full_name }) => ({
      id,
      state,
      name: mentor_name,
      proposer: proposer_full_name,
    })),
    organisation: introduction.organisation_name,
    note: introduction.decline_note,
    language: introduction.mentor_language,
    waits: isWaiting(introduction.state),
    mustConfirm: introduction.state === "accepted" && introduction.organisation_id === null,
    known: known && { name: known.fullName, organisations: known.organisations.map(({ name }) => name).join(", ") },
    obstacle,
    languages,
  };
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
  if (sent.intent === "answer") return answerMentorQuestion(wiring, actor, { introductionId, ...sent });
  return setIntroductionAside(wiring, actor, { introductionId, ...sent });
}

export default function IntroductionReview() {
  const { t, i18n } = useTranslation("introductions");
  const data = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const names = new Intl.ListFormat(i18n.language).format(data.kinship?.students ?? []);
  const kin = data.kinship && t(`one.kin.${data.kinship.is}`, { names });
  return (
    <Page title={data.name || t("desk.forgotten")} back={{ to: "/coordinator/introductions", label: t("one.back") }}>
      <IntroductionBadge state={data.state} />
      <DescriptionList
        rows={[
          { name: t("one.does"), value: data.does },
          {
            name: t("one.reach"),
            value: (data.mail || data.phone) && (
              <>
                {data.mail}
                {data.mail && data.phone && " · "}
                <PhoneLink phone={data.phone} />
              </>
            ),
          },
          {
            name: t("one.proposer"),
            value: `${data.proposer} · ${data.isNamed ? t("one.namedYes") : t("one.namedNo")}`,
          },
          { name: t("one.how"), value: data.how },
          { name: t("one.for"), value: data.forStudent },
          { name: t("one.relative"), value: data.isRelative && (kin ?? t("one.kin.nobody")) },
          {
            name: t("one.known"),
            value: data.known && t(data.known.organisations ? "one.knownAt" : "one.knownMentor", data.known),
          },
          { name: t("one.organisation"), value: data.organisation },
          { name: t("one.work"), value: data.host?.title },
          { name: t("one.offer"), value: data.host?.open_offer },
          {
            name: t("one.placement"),
            value: data.host?.listing_id && (
              <TextLink to={`/coordinator/listings/${data.host.listing_id}`}>{data.host.placement_title}</TextLink>
            ),
          },
          { name: t("one.note"), value: data.note },
        ]}
      />
      {data.mustConfirm && (
        <Notice tone="wait" actions={<LinkButton to="/coordinator/tasks">{t("one.tasks")}</LinkButton>}>
          {t("one.toConfirm")}
        </Notice>
      )}
      {data.same.length > 0 && <SamePerson same={data.same} reply={reply} />}
      {data.questions.length > 0 && <AnswerForm questions={data.questions} reply={reply} />}
      {data.unreached && <InviteAgainForm {...data} unreached={data.unreached} reply={reply} />}
      {data.waits && <ReviewForms {...data} reply={reply} />}
    </Page>
  );
}
