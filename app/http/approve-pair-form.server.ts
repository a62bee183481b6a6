import { z } from "zod";
import type { ApprovePairRefusal } from "~/features/pursuits/approve-pair.server";
import type { DecideRefusal } from "~/features/pursuits/decide-match.server";
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
  ruled_out: { status: 409, key: "matching:fault.ruled_out" },
  too_many_live: { status: 409, key: "pursuits:fault.student_too_many_live" },
};

/** The same for a proposal of a plan, which somebody else may have decided before. */
export const decideRefusals: Refusals<DecideRefusal> = {
  ...approvePairRefusals,
  decided_before: { status: 409, key: "matching:fault.decided_before" },
};
