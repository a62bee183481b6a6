import { z } from "zod";
import type { AnswerVisitRefusal } from "~/features/visits/answer-visit.server";
import { NOT_FOUND, type Refusals } from "./refuse.server";

/** What the buttons beside a visit send, whoever reads the page. */
export const CallOffForm = z.object({
  intent: z.literal("call_off"),
  visitId: z.uuid(),
  reason: z.string().trim().min(1).max(1000),
});
export const EndVisitForm = z.object({ intent: z.enum(["took_place", "missed"]), visitId: z.uuid() });

export const visitToast = (intent: "call_off" | "took_place" | "missed") =>
  intent === "call_off" ? ("pursuits:toast.visitCalledOff" as const) : ("pursuits:toast.visitNoted" as const);

export const visitRefusals: Refusals<AnswerVisitRefusal> = {
  not_permitted: { status: 403, key: "pursuits:fault.not_permitted" },
  not_found: NOT_FOUND,
  wrong_state: { status: 409, key: "pursuits:fault.wrong_state" },
  still_needed: { status: 409, key: "pursuits:fault.still_needed" },
  reason_missing: { status: 422, key: "pursuits:visit.fault.reason_missing", field: "reason" },
  not_begun: { status: 409, key: "pursuits:visit.fault.not_begun" },
};
