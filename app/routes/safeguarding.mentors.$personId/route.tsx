import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { type LiftRefusal, liftSuspension } from "~/features/suspensions/lift-suspension.server";
import { openMentorSafety } from "~/features/suspensions/open-mentor-safety.server";
import { suspendMentor } from "~/features/suspensions/suspend-mentor.server";
import { parseForm } from "~/http/parse-form.server";
import { parseParams } from "~/http/parse-params.server";
import { redirectWithToast } from "~/http/redirect-with-toast.server";
import { NOT_FOUND, notFound, type Refusals, refuse } from "~/http/refuse.server";
import { requireStaff } from "~/http/require-actor.server";
import { Page } from "~/ui/page";
import type { PageHandle } from "~/ui/page-handle";
import { LiftForm, SuspendForm } from "./forms";
import { Reasons } from "./reasons";
import { Standing } from "./standing";

export const handle: PageHandle = { title: "suspensions:title" };

const Move = z.object({ intent: z.enum(["suspend", "lift"]), reason: z.string().trim().max(2000).default("") });
const REFUSALS: Refusals<LiftRefusal> = {
  not_permitted: { status: 403, key: "suspensions:fault.not_permitted" },
  not_found: NOT_FOUND,
  reason_missing: { status: 422, key: "suspensions:fault.reason_missing", field: "reason" },
  other_school: { status: 409, key: "suspensions:fault.other_school" },
};

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireStaff(request, context);
  const outcome = await openMentorSafety(context.wiring, actor, {
    mentorId: parseParams(params, "personId").personId,
  });
  if (!outcome.ok) throw notFound();
  return outcome.value;
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requireStaff(request, context);
  const { personId: mentorId } = parseParams(params, "personId");
  const form = await parseForm(request, Move, context);
  if (!form.ok) return form.reply;
  const { intent, reason } = form.value;
  const outcome = await (intent === "lift" ? liftSuspension : suspendMentor)(context.wiring, actor, {
    mentorId,
    reason,
  });
  if (!outcome.ok) return refuse(context, outcome, REFUSALS, form.typed);
  return redirectWithToast(
    `/safeguarding/mentors/${mentorId}`,
    intent === "lift" ? "suspensions:toast.lifted" : "suspensions:toast.suspended",
  );
}

export default function MentorSafety() {
  const { t } = useTranslation("suspensions");
  const { name, maySuspend, suspended, reasons, timeZone } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <Page title={t("title")} lead={name} back={{ to: "/safeguarding", label: t("back") }}>
      <Standing suspended={suspended} timeZone={timeZone} />
      {!maySuspend && <p className="text-ink-soft">{t("onlySafeguarders")}</p>}
      {maySuspend && !suspended && <SuspendForm reply={reply} />}
      {maySuspend && suspended?.isOurs && <LiftForm reply={reply} />}
      {reasons.length > 0 && <Reasons reasons={reasons} timeZone={timeZone} />}
    </Page>
  );
}
