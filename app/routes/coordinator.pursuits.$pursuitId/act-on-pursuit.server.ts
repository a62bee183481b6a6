import type { AppLoadContext } from "@remix-run/node";
import { z } from "zod";
import type { ScanFault } from "~/domain/acting/scan";
import type { StaffActor } from "~/domain/actor";
import { PURSUIT_ANSWERS } from "~/domain/pursuit/answers";
import { VISIT_KINDS } from "~/domain/visit/visit-gates";
import { approvePursuit } from "~/features/pursuits/approve-pursuit.server";
import { completePursuit } from "~/features/pursuits/complete-pursuit.server";
import { confirmGate } from "~/features/pursuits/confirm-gate.server";
import { declinePursuit } from "~/features/pursuits/decline-pursuit.server";
import { readMentors } from "~/features/pursuits/read-mentors.server";
import { recordAnswer } from "~/features/pursuits/record-answer.server";
import { type ResumeRefusal, resumeInternship } from "~/features/pursuits/resume-internship.server";
import { answerVisit } from "~/features/visits/answer-visit.server";
import { type DateVisitRefusal, dateVisit } from "~/features/visits/date-visit.server";
import { planVisit } from "~/features/visits/plan-visit.server";
import { civilDay } from "~/http/civil-day.server";
import { readSaid, SAID_FIELDS, scanRefusals } from "~/http/how-it-was-said.server";
import type { Typed } from "~/http/parse-form.server";
import { redirectWithToast } from "~/http/redirect-with-toast.server";
import { NOT_FOUND, type Refusals, refuse } from "~/http/refuse.server";
import { CallOffForm, EndVisitForm, visitRefusals, visitToast } from "~/http/visit-answer.server";

const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
const hours = { day: civilDay, from: clock, to: clock, place: z.string().trim().min(1).max(300) };

/** What the forms of a pursuit's page send. */
export const PursuitAction = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("approve"), note: z.string().trim().max(1000).default("") }),
  z.object({ intent: z.literal("complete") }),
  z.object({ intent: z.literal("resume") }),
  z.object({ intent: z.literal("read_mentors"), mentorIds: z.array(z.uuid()).max(50) }),
  z.object({
    intent: z.literal("decline"),
    textForStudent: z.string().trim().min(1).max(2000),
    textForStaff: z.string().max(2000).default(""),
  }),
  z.object({
    intent: z.literal("gate"),
    kind: z.string().max(40),
    on: civilDay,
    note: z.string().trim().min(1).max(1000),
  }),
  z.object({ intent: z.literal("plan_visit"), visitKind: z.enum(VISIT_KINDS), ...hours }),
  z.object({ intent: z.literal("date_visit"), visitId: z.uuid(), ...hours }),
  CallOffForm,
  EndVisitForm,
  z.object({
    intent: z.literal("answer"),
    answer: z.enum(PURSUIT_ANSWERS),
    ...SAID_FIELDS,
  }),
]);

type Reason =
  | "not_permitted"
  | "not_found"
  | "wrong_state"
  | "still_needed"
  | "lead_waits"
  | "names_changed"
  | "no_place"
  | "not_endorsed"
  | "no_seat"
  | "no_mentor"
  | "not_open"
  | "not_a_visit"
  | "only_by_consent"
  | "evidence_missing"
  | ScanFault
  | "date_in_future"
  | DateVisitRefusal
  | ResumeRefusal;
const REFUSALS: Refusals<Reason> = {
  not_permitted: { status: 403, key: "pursuits:fault.not_permitted" },
  not_found: NOT_FOUND,
  wrong_state: { status: 409, key: "pursuits:fault.wrong_state" },
  still_needed: { status: 409, key: "pursuits:fault.still_needed" },
  lead_waits: { status: 409, key: "pursuits:fault.lead_waits" },
  names_changed: { status: 409, key: "pursuits:fault.names_changed" },
  no_place: { status: 409, key: "pursuits:fault.no_place" },
  not_endorsed: { status: 422, key: "pursuits:fault.not_endorsed", field: "note" },
  no_seat: { status: 409, key: "pursuits:fault.no_seat" },
  no_mentor: { status: 409, key: "pursuits:fault.no_mentor" },
  not_open: { status: 409, key: "pursuits:fault.gate_not_open" },
  is_not_paused: { status: 409, key: "pursuits:fault.is_not_paused" },
  lead_missing: { status: 409, key: "pursuits:fault.lead_missing" },
  gate_open: { status: 409, key: "pursuits:fault.gate_open" },
  not_a_visit: { status: 409, key: "pursuits:fault.not_a_visit" },
  only_by_consent: { status: 422, key: "pursuits:fault.only_by_consent" },
  evidence_missing: { status: 422, key: "pursuits:fault.evidence_missing", field: "evidence" },
  ...scanRefusals,
  not_contacted: { status: 409, key: "pursuits:visit.fault.not_contacted" },
  ends_before_start: { status: 422, key: "pursuits:visit.fault.ends_before_start", field: "to" },
  too_long: { status: 422, key: "pursuits:visit.fault.too_long", field: "to" },
  in_the_past: { status: 422, key: "pursuits:visit.fault.in_the_past", field: "day" },
  too_far: { status: 422, key: "pursuits:visit.fault.too_far", field: "day" },
  student_busy: { status: 409, key: "pursuits:visit.fault.student_busy", field: "from" },
  date_in_future: { status: 422, key: "pursuits:fault.date_in_future", field: "on" },
};

interface Sent {
  pursuitId: string;
  sent: z.output<typeof PursuitAction>;
  typed: Typed;
}

/** Does what a form of the page asked, or answers why not. */
export async function actOnPursuit(context: AppLoadContext, actor: StaffActor, { pursuitId, sent, typed }: Sent) {
  const { wiring } = context;
  const here = `/coordinator/pursuits/${pursuitId}`;
  switch (sent.intent) {
    case "approve": {
      const outcome = await approvePursuit(wiring, actor, { pursuitId, note: sent.note });
      if (!outcome.ok) return refuse(context, outcome, REFUSALS, typed);
      if (outcome.value.state === "contacted") return redirectWithToast(here, "pursuits:toast.contacted");
      return redirectWithToast(here, "pursuits:toast.approved", { count: 1 });
    }
    case "complete": {
      const outcome = await completePursuit(wiring, actor, { pursuitId });
      if (!outcome.ok) return refuse(context, outcome, REFUSALS, typed);
      return redirectWithToast(here, "pursuits:toast.completed");
    }
    case "resume": {
      const outcome = await resumeInternship(wiring, actor, { pursuitId });
      if (!outcome.ok) return refuse(context, outcome, REFUSALS, typed);
      return redirectWithToast(here, "pursuits:toast.resumed");
    }
    case "read_mentors": {
      const outcome = await readMentors(wiring, actor, { pursuitId, mentorIds: sent.mentorIds });
      if (!outcome.ok) return refuse(context, outcome, REFUSALS, typed);
      return redirectWithToast(here, "pursuits:toast.mentorsRead");
    }
    case "decline": {
      const outcome = await declinePursuit(wiring, actor, { pursuitId, ...sent });
      if (!outcome.ok) return refuse(context, outcome, REFUSALS, typed);
      return redirectWithToast(here, "pursuits:toast.declined");
    }
    case "gate": {
      const outcome = await confirmGate(wiring, actor, { pursuitId, ...sent });
      if (!outcome.ok) return refuse(context, outcome, REFUSALS, typed);
      return redirectWithToast(here, outcome.value.contacted ? "pursuits:toast.gateContacted" : "pursuits:toast.gate");
    }
    case "plan_visit": {
      const { visitKind: kind, ...plan } = sent;
      const outcome = await planVisit(wiring, actor, { pursuitId, kind, ...plan });
      if (!outcome.ok) return refuse(context, outcome, REFUSALS, typed);
      return redirectWithToast(
        here,
        outcome.value.state === "dated" ? "pursuits:toast.visitDated" : "pursuits:toast.visitProposed",
      );
    }
    case "date_visit": {
      const outcome = await dateVisit(wiring, actor, sent);
      if (!outcome.ok) return refuse(context, outcome, REFUSALS, typed);
      return redirectWithToast(
        here,
        outcome.value.state === "dated" ? "pursuits:toast.visitDated" : "pursuits:toast.visitProposed",
      );
    }
    case "call_off":
    case "took_place":
    case "missed": {
      const outcome = await answerVisit(wiring, actor, { pursuitId, ...sent });
      if (!outcome.ok) return refuse(context, outcome, visitRefusals, typed);
      return redirectWithToast(here, visitToast(sent.intent));
    }
    case "answer": {
      const said = await readSaid(sent);
      const outcome = await recordAnswer(wiring, actor, { pursuitId, answer: sent.answer, ...said });
      if (!outcome.ok) return refuse(context, outcome, REFUSALS, typed);
      return redirectWithToast(here, "pursuits:toast.recorded");
    }
  }
}
