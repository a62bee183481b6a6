import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { openMentorLeaving } from "~/features/mentors/open-mentor-leaving.server";
import { sayMentorLeaves } from "~/features/mentors/say-mentor-leaves.server";
import { undoMentorLeaves } from "~/features/mentors/undo-mentor-leaves.server";
import { LEAVING_REFUSALS, LeavingForm } from "~/http/leaving-form.server";
import { parseForm } from "~/http/parse-form.server";
import { redirectWithToast } from "~/http/redirect-with-toast.server";
import { notFound, refuse } from "~/http/refuse.server";
import { requireMentor } from "~/http/require-actor.server";
import { LeavingOrganisation } from "~/ui/leaving-organisation";
import { Page } from "~/ui/page";
import type { PageHandle } from "~/ui/page-handle";

export const handle: PageHandle = { title: "mentors:leaving.own" };

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireMentor(request, context);
  const outcome = await openMentorLeaving(context.wiring, actor, actor);
  if (!outcome.ok) throw notFound();
  const { today, organisations } = outcome.value;
  return { today, organisations };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const actor = await requireMentor(request, context);
  const form = await parseForm(request, LeavingForm, context);
  if (!form.ok) return form.reply;
  if (form.value.intent === "undo") {
    const outcome = await undoMentorLeaves(context.wiring, actor, form.value);
    if (!outcome.ok) return refuse(context, outcome, LEAVING_REFUSALS, form.typed);
    return redirectWithToast("/mentor/leaving", "mentors:toast.leavingUndone");
  }
  const { mentorId, organisationId } = actor;
  const { lastDay, reason, nextLead: nextLeads } = form.value;
  const wish = { mentorId, organisationId, lastDay, reason, nextLeads };
  const outcome = await sayMentorLeaves(context.wiring, actor, wish);
  if (!outcome.ok) return refuse(context, outcome, LEAVING_REFUSALS, form.typed);
  return redirectWithToast("/mentor/leaving", "mentors:toast.leavingSaid");
}

export default function YouLeave() {
  const { t } = useTranslation("mentors");
  const { today, organisations } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <Page title={t("leaving.own")} lead={t("leaving.ownLead")} back={{ to: "/mentor", label: t("back") }}>
      {organisations.map((organisation) => (
        <LeavingOrganisation key={organisation.id} {...{ organisation, today, reply }} undo={t("leaving.undoOwn")} />
      ))}
    </Page>
  );
}
