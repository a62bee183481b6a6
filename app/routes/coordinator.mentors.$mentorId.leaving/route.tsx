import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { openMentorLeaving } from "~/features/mentors/open-mentor-leaving.server";
import { sayMentorLeaves } from "~/features/mentors/say-mentor-leaves.server";
import { undoMentorLeaves } from "~/features/mentors/undo-mentor-leaves.server";
import { LEAVING_REFUSALS, LeavingForm } from "~/http/leaving-form.server";
import { parseForm } from "~/http/parse-form.server";
import { parseParams } from "~/http/parse-params.server";
import { redirectWithToast } from "~/http/redirect-with-toast.server";
import { notFound, refuse } from "~/http/refuse.server";
import { requireCoordinator } from "~/http/require-actor.server";
import { LeavingOrganisation } from "~/ui/leaving-organisation";
import { Page } from "~/ui/page";
import type { PageHandle } from "~/ui/page-handle";

export const handle: PageHandle = { titleFrom: ({ name }) => name };

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireCoordinator(request, context);
  const outcome = await openMentorLeaving(context.wiring, actor, parseParams(params, "mentorId"));
  if (!outcome.ok) throw notFound();
  return outcome.value;
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requireCoordinator(request, context);
  const { mentorId } = parseParams(params, "mentorId");
  const form = await parseForm(request, LeavingForm, context);
  if (!form.ok) return form.reply;
  const here = `/coordinator/mentors/${mentorId}/leaving`;
  if (form.value.intent === "undo") {
    const outcome = await undoMentorLeaves(context.wiring, actor, form.value);
    if (!outcome.ok) return refuse(context, outcome, LEAVING_REFUSALS, form.typed);
    return redirectWithToast(here, "mentors:toast.leavingUndone");
  }
  const { nextLead: nextLeads, ...said } = form.value;
  const outcome = await sayMentorLeaves(context.wiring, actor, { ...said, mentorId, nextLeads });
  if (!outcome.ok) return refuse(context, outcome, LEAVING_REFUSALS, form.typed);
  return redirectWithToast(here, "mentors:toast.leavingSaid");
}

export default function MentorLeaves() {
  const { t } = useTranslation("mentors");
  const { mentorId, name, today, organisations } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <Page
      title={t("leaving.of", { mentor: name })}
      lead={t("leaving.ofLead", { mentor: name })}
      back={{ to: `/coordinator/checks/${mentorId}`, label: t("leaving.backToChecks") }}
    >
      {organisations.map((organisation) => (
        <LeavingOrganisation key={organisation.id} {...{ organisation, today, reply }} undo={t("leaving.undo")} />
      ))}
    </Page>
  );
}
