import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { openAboutMentor } from "~/features/mentors/open-about-mentor.server";
import { sayAboutMentor } from "~/features/mentors/say-about-mentor.server";
import { aboutChoices, aboutMentorFields, aboutValues, toAbout, toAboutView } from "~/http/about-mentor-form.server";
import { parseForm } from "~/http/parse-form.server";
import { parseParams } from "~/http/parse-params.server";
import { redirectWithToast } from "~/http/redirect-with-toast.server";
import { NOT_FOUND, notFound, type Refusals, refuse } from "~/http/refuse.server";
import { requireCoordinator } from "~/http/require-actor.server";
import { AboutMentorFields } from "~/ui/about-mentor-fields";
import { Button } from "~/ui/button";
import { Form } from "~/ui/form";
import { Notice } from "~/ui/notice";
import { Page } from "~/ui/page";
import type { PageHandle } from "~/ui/page-handle";
import { TextArea } from "~/ui/text-fields";

export const handle: PageHandle = { titleFrom: (data) => data.title };

const AboutForm = z.object({ ...aboutMentorFields, reason: z.string().trim().min(1).max(500), mentorId: z.uuid() });

const refusals: Refusals<
  "not_permitted" | "not_valid" | "not_found" | "reason_missing" | "changed_before" | "other_lead"
> = {
  not_permitted: { status: 403, key: "mentors:fault.not_permitted" },
  not_valid: { status: 422, key: "mentors:fault.not_valid" },
  not_found: NOT_FOUND,
  reason_missing: { status: 422, key: "mentors:fault.reason_missing", field: "reason" },
  changed_before: { status: 409, key: "mentors:fault.changed_before" },
  other_lead: { status: 409, key: "mentors:fault.other_lead" },
};

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireCoordinator(request, context);
  const { listingId } = parseParams(params, "listingId");
  const outcome = await openAboutMentor(context.wiring, actor, { listingId });
  if (!outcome.ok) throw notFound();
  const { mentorId, mentor, about } = outcome.value;
  return {
    title: mentor,
    listingId,
    mentorId,
    mentor,
    revision: about.revision,
    bySchool: about.bySchool,
    now: toAboutView(about, context.language),
    values: aboutValues(about),
    choices: aboutChoices(context.language),
  };
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requireCoordinator(request, context);
  const { listingId } = parseParams(params, "listingId");
  const form = await parseForm(request, AboutForm, context);
  if (!form.ok) return form.reply;
  const { mentorId, seen, reason, ...said } = form.value;
  const outcome = await sayAboutMentor(context.wiring, actor, {
    listingId,
    mentorId,
    about: toAbout(said),
    seen,
    reason,
  });
  if (!outcome.ok) return refuse(context, outcome, refusals, form.typed);
  return redirectWithToast(`/coordinator/listings/${listingId}`, "mentors:toast.savedFor");
}

export default function AboutMentorOfListing() {
  const { t } = useTranslation("mentors");
  const { listingId, mentorId, mentor, revision, bySchool, now, values, choices } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const refusal = reply !== undefined && "reason" in reply ? reply.reason : null;
  // What was typed is about somebody else than the page is by now.
  const answer = refusal === "other_lead" ? { ...reply, values } : (reply ?? { values });
  return (
    <Page
      title={t("of.title", { mentor })}
      lead={t("of.lead", { mentor })}
      back={{ to: `/coordinator/listings/${listingId}`, label: t("of.back") }}
    >
      {bySchool && <Notice>{t("of.bySchool", { school: bySchool.name, reason: bySchool.reason })}</Notice>}
      <Form reply={answer} draft={`about-mentor:${mentorId}:${revision}`}>
        <input type="hidden" name="mentorId" value={mentorId} />
        <AboutMentorFields choices={choices} revision={revision} now={refusal === "changed_before" ? now : null} />
        <TextArea
          name="reason"
          label={t("of.reason")}
          hint={t("of.reasonHint", { mentor })}
          rows={2}
          maxLength={500}
          required
        />
        <Button look="primary" pendingText={t("saving")}>
          {t("save")}
        </Button>
      </Form>
    </Page>
  );
}
