import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { type CallOffMeetingRefusal, callOffMeeting } from "~/features/meetings/call-off-meeting.server";
import { type MoveMeetingRefusal, moveMeeting } from "~/features/meetings/move-meeting.server";
import { openMeeting } from "~/features/meetings/open-meeting.server";
import { type PlanMeetingRefusal, planMeeting } from "~/features/meetings/plan-meeting.server";
import { civilDay } from "~/http/civil-day.server";
import { parseForm } from "~/http/parse-form.server";
import { parseParams } from "~/http/parse-params.server";
import { redirectWithToast } from "~/http/redirect-with-toast.server";
import { NOT_FOUND, notFound, type Refusals, refuse } from "~/http/refuse.server";
import { requireStaff } from "~/http/require-actor.server";
import { Button } from "~/ui/button";
import { Form } from "~/ui/form";
import { Page, Section } from "~/ui/page";
import type { PageHandle } from "~/ui/page-handle";
import { MeetingForm } from "./meeting-form";

export const handle: PageHandle = { title: "meetings:title" };

const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
const terms = {
  day: civilDay,
  from: clock,
  to: clock,
  place: z.string().trim().min(1).max(300),
  family: z.literal("on").optional(),
  meant: z.literal("on").optional(),
};
const MeetingAction = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("plan"), ...terms }),
  z.object({ intent: z.literal("move"), meetingId: z.uuid(), ...terms }),
  z.object({ intent: z.literal("off"), meetingId: z.uuid() }),
]);

const REFUSALS: Refusals<PlanMeetingRefusal | MoveMeetingRefusal | CallOffMeetingRefusal> = {
  not_permitted: { status: 403, key: "home:fault.not_permitted" },
  not_found: NOT_FOUND,
  ends_before_start: { status: 422, key: "pursuits:visit.fault.ends_before_start", field: "to" },
  too_long: { status: 422, key: "pursuits:visit.fault.too_long", field: "to" },
  in_the_past: { status: 422, key: "pursuits:visit.fault.in_the_past", field: "day" },
  too_far: { status: 422, key: "pursuits:visit.fault.too_far", field: "day" },
  student_busy: { status: 409, key: "pursuits:visit.fault.student_busy", field: "from" },
  no_school: { status: 422, key: "meetings:fault.no_school", field: "meant" },
  planned_already: { status: 409, key: "meetings:fault.planned_already" },
  not_planned: { status: 409, key: "meetings:fault.not_planned" },
  wrong_state: { status: 409, key: "meetings:fault.not_planned" },
  still_needed: { status: 409, key: "meetings:fault.not_planned" },
};

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = await requireStaff(request, context);
  const outcome = await openMeeting(context.wiring, actor, parseParams(params, "studentId"));
  if (!outcome.ok) throw notFound();
  return outcome.value;
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const actor = await requireStaff(request, context);
  const { studentId } = parseParams(params, "studentId");
  const form = await parseForm(request, MeetingAction, context);
  if (!form.ok) return form.reply;
  const { wiring } = context;
  const sent = form.value;
  if (sent.intent === "off") {
    const off = await callOffMeeting(wiring, actor, { studentId, meetingId: sent.meetingId });
    return off.ok ? redirectWithToast("/advisor", "meetings:toast.off") : refuse(context, off, REFUSALS, form.typed);
  }
  const { day, from, to, place } = sent;
  const plan = { studentId, day, from, to, place, familyAsked: sent.family === "on", isMeant: sent.meant === "on" };
  const outcome =
    sent.intent === "plan"
      ? await planMeeting(wiring, actor, plan)
      : await moveMeeting(wiring, actor, { ...plan, meetingId: sent.meetingId });
  if (!outcome.ok) return refuse(context, outcome, REFUSALS, form.typed);
  return redirectWithToast("/advisor", sent.intent === "plan" ? "meetings:toast.planned" : "meetings:toast.moved");
}

export default function MeetingPage() {
  const { t } = useTranslation("meetings");
  const { student, today, meeting } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const isOff = reply?.values?.intent === "off";
  return (
    <Page title={t("of", { student })} lead={t("lead", { student })} back={{ to: "/advisor", label: t("back") }}>
      <MeetingForm key={meeting?.id} {...{ student, today, meeting }} reply={isOff ? undefined : reply} />
      {meeting && (
        <Section title={t("off")} lead={t("offLead")}>
          <Form reply={isOff ? reply : undefined} scope="off">
            <input type="hidden" name="meetingId" value={meeting.id} />
            <Button look="danger" name="intent" value="off" pendingText={t("saving")}>
              {t("off")}
            </Button>
          </Form>
        </Section>
      )}
    </Page>
  );
}
