import { z } from "zod";
import type { HostRefusal } from "~/features/pursuits/respond-to-first-contact.server";
import { NOT_FOUND, type Refusals } from "./refuse.server";
import { CallOffForm, EndVisitForm } from "./visit-answer.server";

/** What a host's buttons send, from a mailed link or signed in. */
const HostAnswerForm = z
  .object({
    answer: z.enum(["offer", "turn_down", "question"]),
    message: z.string().max(2000).default(""),
  })
  .refine(({ answer, message }) => answer !== "question" || message.trim() !== "", {
    path: ["message"],
    message: "pursuits:host.questionMissing",
  });

/** All that a host's page sends: the answer to the first contact, or a word about a visit. */
export const HostForm = z.union([HostAnswerForm, CallOffForm, EndVisitForm]);

export const hostRefusals: Refusals<HostRefusal> = {
  not_permitted: { status: 403, key: "pursuits:fault.not_permitted" },
  not_found: NOT_FOUND,
  wrong_state: { status: 409, key: "pursuits:fault.wrong_state" },
  still_needed: { status: 409, key: "pursuits:fault.still_needed" },
  lead_waits: { status: 409, key: "pursuits:fault.lead_waits" },
  no_seat: { status: 409, key: "pursuits:fault.no_seat" },
};
