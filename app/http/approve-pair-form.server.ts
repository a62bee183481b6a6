import { z } from "zod";
import type { ApprovePairRefusal } from "~/features/pursuits/approve-pair.server";
import { NOT_FOUND, type Refusals } from "./refuse.server";

/** What the button of a ranking sends: the other half of the pair and the score it was shown with. */
export const ApprovePairForm = z.object({ id: z.uuid(), score: z.coerce.number().int().min(0).max(10_000) });

export const approvePairRefusals: Refusals<ApprovePairRefusal> = {
  not_permitted: { status: 403, key: "pursuits:fault.not_permitted" },
  not_found: NOT_FOUND,
  wrong_state: { status: 409, key: "pursuits:fault.wrong_state" },
  still_needed: { status: 409, key: "pursuits:fault.still_needed" },
  no_place: { status: 409, key: "pursuits:fault.no_place" },
  not_open: { status: 409, key: "pursuits:fault.not_open" },
  already_live: { status: 409, key: "pursuits:fault.already_live" },
  too_many_live: { status: 409, key: "pursuits:fault.student_too_many_live" },
};
