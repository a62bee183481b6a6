import { z } from "zod";
import type { Refused } from "~/domain/outcome";
import type { RulePairRefusal } from "~/features/matching/rule-pair.server";
import { NOT_FOUND, type Refusal, type Refusals } from "./refuse.server";

/** The revision of a ruling that a page showed. */
export const seen = z.coerce.number().int().min(0).max(1_000_000);

/** What the buttons of `RulingForm` send. */
export const RulePairForm = z.object({
  intent: z.literal("rule"),
  studentId: z.uuid(),
  listingId: z.uuid(),
  ruling: z.enum(["locked", "forbidden", "released"]),
  seen,
  reason: z.string().max(500),
});

/** Whoever was faster is named with what they decided, hence a sentence for each. */
export function changedBefore({ detail }: Refused<string>): Refusal {
  const changed = {
    locked: "board:fault.changedLocked",
    forbidden: "board:fault.changedForbidden",
    released: "board:fault.changedReleased",
  } as const;
  return { status: 409, key: changed[String(detail?.ruling) as keyof typeof changed] ?? changed.released };
}

export function rulePairRefusals(outcome: Refused<RulePairRefusal>): Refusals<RulePairRefusal> {
  return {
    not_permitted: { status: 403, key: "pursuits:fault.not_permitted" },
    not_found: NOT_FOUND,
    changed_before: changedBefore(outcome),
    locked_elsewhere: { status: 409, key: "board:fault.lockedElsewhere" },
    has_most: { status: 409, key: "board:fault.hasMost" },
    has_most_live: { status: 409, key: "board:fault.hasMostLive" },
    in_view: { status: 409, key: "board:fault.inView" },
    not_looking: { status: 409, key: "board:fault.notLooking" },
    not_in_plans: { status: 409, key: "board:fault.notInPlans" },
    no_seat: { status: 409, key: "board:fault.noSeat" },
    no_place: { status: 409, key: "board:fault.noPlaceToPursue" },
    mentor_suspended: { status: 409, key: "board:fault.mentorSuspended" },
    forbidden_pair: { status: 409, key: "board:fault.keptApart" },
    reason_missing: { status: 422, key: "board:fault.reasonMissing" },
  };
}
