import { z } from "zod";
import type { LeavingRefusal } from "~/features/mentors/say-mentor-leaves.server";
import type { UndoRefusal } from "~/features/mentors/undo-mentor-leaves.server";
import { civilDay } from "./civil-day.server";
import { NOT_FOUND, type Refusals } from "./refuse.server";

/** A place and who leads it next, as one choice of a form. */
const nextLead = z
  .string()
  .regex(/^[0-9a-f-]{36}:[0-9a-f-]{36}$/)
  .transform((choice) => {
    const [placementId = "", mentorId = ""] = choice.split(":");
    return { placementId, mentorId };
  });

/** What is sent from the page on which somebody's last day is said or taken back. */
export const LeavingForm = z.discriminatedUnion("intent", [
  z.object({
    intent: z.literal("say"),
    organisationId: z.uuid(),
    lastDay: civilDay,
    reason: z.string().trim().min(1).max(500),
    nextLead: z.array(nextLead).max(100).default([]),
  }),
  z.object({ intent: z.literal("undo"), departureId: z.uuid() }),
]);

export const LEAVING_REFUSALS: Refusals<LeavingRefusal | UndoRefusal> = {
  not_permitted: { status: 403, key: "mentors:fault.not_permitted" },
  not_found: NOT_FOUND,
  leaving_already: { status: 409, key: "mentors:fault.leaving_already" },
  lead_unknown: { status: 409, key: "mentors:fault.lead_unknown", field: "nextLead" },
  day_over: { status: 422, key: "mentors:fault.day_over", field: "lastDay" },
  too_far: { status: 422, key: "mentors:fault.too_far", field: "lastDay" },
  other_school: { status: 409, key: "mentors:fault.other_school" },
  is_over: { status: 409, key: "mentors:fault.is_over" },
};
