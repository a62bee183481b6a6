import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { type InviteRefusal, inviteIntroducedMentor } from "~/features/introductions/invite-introduced-mentor.server";
import { openIntroduction } from "~/features/introductions/open-introduction.server";
import { setIntroductionAside } from "~/features/introductions/set-introduction-aside.server";
import { parseForm } from "~/http/parse-form.server";
import { parseParams } from "~/http/parse-params.server";
import { redirectWithToast } from "~/http/redirect-with-toast.server";
import { NOT_FOUND, notFound, type Refusals, refuse } from "~/http/refuse.server";
import { requireCoordinator } from "~/http/require-actor.server";
import { DescriptionList } from "~/ui/description-list";
import { IntroductionBadge } from "~/ui/introduction-badge";
import { Page } from "~/ui/page";
import type { PageHandle } from "~/ui/page-handle";
import { ReviewForms } from "./review-forms";

export const handle: PageHandle = { title: "introductions:desk.title" };

const Review = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("invite") }),
  z.object({ intent: z.literal("aside"), note: z.string().max(1000).default("") }),
]);

const REFUSALS: Refusals<InviteRefusal> = {
  not_permitted: { status: 403, key: "introductions:fault.not_permitted" },
  not_found: NOT_FOUND,
  wrong_state: { status: 409, key: "introductions:fault.wrong_state" },
  still_needed: { status: 409, key: "introductions:fault.still_needed" },
  no_mail: { status: 422, key: "introductions:fault.no_mail" },
};

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireCoordinator(request, context);
  const outcome = await openIntroduction(context.wiring, actor, parseParams(params, "introductionId"));
  if (!outcome.ok) throw notFound();
  const { introduction, isKnown } = outcome.value;
  return {
    state: introduction.state,
    name: introduction.mentor_name,
    mail: introduction.mentor_mail,
    phone: introduction.mentor_phone,
    does: introduction.does_what,
    how: introduction.how_known,
    proposer: introduction.proposer_full_name,
    mayBeNamed: introduction.may_be_named,
    isRelative: introduction.is_relative,
    organisation: introduction.organisation_name,
    isKnown,
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
          { name: t("one.reach"), value: [data.mail, data.phone].filter(Boolean).join(" · ") },
          {
            name: t("one.proposer"),
            value: `${data.proposer} · ${data.mayBeNamed ? t("one.namedYes") : t("one.namedNo")}`,
          },
          { name: t("one.how"), value: data.how },
          { name: t("one.relative"), value: data.isRelative && t("one.relativeYes") },
          { name: t("one.known"), value: data.isKnown && t("one.knownYes") },
          { name: t("one.organisation"), value: data.organisation },
        ]}
      />
      {(data.state === "submitted" || data.state === "in_review") && (
        <ReviewForms hasMail={data.mail !== ""} phone={data.phone} reply={reply} />
      )}
    </Page>
  );
}
