import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { isWaiting } from "~/domain/introduction/lifecycle";
import { namedProposer } from "~/domain/introduction/proposer";
import { type InviteRefusal, inviteIntroducedMentor } from "~/features/introductions/invite-introduced-mentor.server";
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
import { ReviewForms } from "./review-forms";

export const handle: PageHandle = { title: "introductions:desk.title" };

const Review = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("invite") }),
  z.object({
    intent: z.literal("review"),
    mentorMail: z.union([z.literal(""), z.email().max(254)]).default(""),
    mentorLanguage: z.string().regex(/^[a-z]{2}$/),
  }),
  z.object({ intent: z.literal("aside"), note: z.string().max(1000).default("") }),
]);

const REFUSALS: Refusals<InviteRefusal> = {
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
  const { introduction, known, obstacle, languages } = outcome.value;
  return {
    state: introduction.state,
    name: introduction.mentor_name,
    mail: introduction.mentor_mail,
    phone: introduction.mentor_phone,
    does: introduction.does_what,
    how: introduction.how_known,
    proposer: introduction.proposer_full_name,
    isNamed: namedProposer(introduction) !== null,
    isRelative: introduction.is_relative,
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
  if (form.value.intent === "invite") {
    const outcome = await inviteIntroducedMentor(context.wiring, actor, { introductionId });
    return outcome.ok
      ? redirectWithToast(here, "introductions:toast.invited")
      : refuse(context, outcome, REFUSALS, form.typed);
  }
  if (form.value.intent === "review") {
    const outcome = await reviewIntroduction(context.wiring, actor, { introductionId, ...form.value });
    return outcome.ok
      ? redirectWithToast(here, "introductions:toast.corrected")
      : refuse(context, outcome, REFUSALS, form.typed);
  }
  const outcome = await setIntroductionAside(context.wiring, actor, { introductionId, note: form.value.note });
  return outcome.ok
    ? redirectWithToast("/coordinator/introductions", "introductions:toast.aside")
    : refuse(context, outcome, REFUSALS, form.typed);
}

export default function IntroductionReview() {
  const { t } = useTranslation("introductions");
  const data = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
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
          { name: t("one.relative"), value: data.isRelative && t("one.relativeYes") },
          {
            name: t("one.known"),
            value: data.known && t(data.known.organisations ? "one.knownAt" : "one.knownMentor", data.known),
          },
          { name: t("one.organisation"), value: data.organisation },
          { name: t("one.note"), value: data.note },
        ]}
      />
      {data.mustConfirm && (
        <Notice tone="wait" actions={<LinkButton to="/coordinator/tasks">{t("one.tasks")}</LinkButton>}>
          {t("one.toConfirm")}
        </Notice>
      )}
      {data.waits && <ReviewForms {...data} reply={reply} />}
    </Page>
  );
}
