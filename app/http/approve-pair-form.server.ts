import { z } from "zod";
import { type HeldApproval, readHeld } from "~/domain/matching/held-approval";
import type { Refused } from "~/domain/outcome";
import type { ApprovePairRefusal } from "~/features/pursuits/approve-pair.server";
import type { DecideRefusal } from "~/features/pursuits/decide-match.server";
import { NOT_FOUND, type Refusals } from "./refuse.server";
import { changedBefore, RulePairForm, seen } from "./rule-pair-form.server";

/** Approvals as the page showed them, so that one given since is not taken for them. */
const held = z
  .array(
    z.string().transform((text, check): HeldApproval => {
      const approval = readHeld(text);
      if (approval) return approval;
      check.addIssue({ code: "custom" });
      return z.NEVER;
    }),
  )
  .min(1)
  .max(500);

/** Approvals to undo, or to carry out at once. */
export const HeldForms = [
  z.object({ intent: z.literal("undo"), held }),
  z.object({ intent: z.literal("now"), held }),
] as const;

/**
 * What the buttons of a ranking send: the other half of the pair and the revision of what was settled about it; approvals;
 * or what is settled about a pair.
 */
export const RankingForm = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("approve"), id: z.uuid(), seen }),
  RulePairForm,
  ...HeldForms,
]);

const approvePairRefusals: Refusals<ApprovePairRefusal> = {
  not_permitted: { status: 403, key: "pursuits:fault.not_permitted" },
  not_found: NOT_FOUND,
  wrong_state: { status: 409, key: "pursuits:fault.wrong_state" },
  still_needed: { status: 409, key: "pursuits:fault.still_needed" },
  not_endorsed: { status: 409, key: "pursuits:fault.not_endorsed" },
  no_place: { status: 409, key: "pursuits:fault.no_place" },
  not_open: { status: 409, key: "pursuits:fault.not_open" },
  already_live: { status: 409, key: "pursuits:fault.already_live" },
  ruled_out: { status: 409, key: "matching:fault.ruled_out" },
  not_looking: { status: 409, key: "matching:fault.notLooking" },
  has_seat: { status: 409, key: "matching:fault.hasSeat" },
  relative_pair: { status: 409, key: "matching:fault.relativePair" },
  mentor_not_clear: { status: 409, key: "matching:fault.mentorNotClear" },
  too_many_live: { status: 409, key: "pursuits:fault.student_too_many_live" },
};

/** A proposal of a plan or a pair of a ranking, which somebody else may have decided before. */
export const decideRefusals: Refusals<DecideRefusal | "plan_changed"> = {
  ...approvePairRefusals,
  decided_before: { status: 409, key: "matching:fault.decided_before" },
  plan_changed: { status: 409, key: "board:fault.planChanged" },
  undone_before: { status: 409, key: "board:fault.undoneBefore" },
  held_anew: { status: 409, key: "board:fault.heldAnew" },
  not_own: { status: 409, key: "board:fault.notOwn" },
};

/** A pair of a ranking; whoever ruled on it meanwhile is named with what they decided. */
export function holdPairRefusals(
  outcome: Refused<DecideRefusal | "plan_changed" | "changed_before">,
): Refusals<typeof outcome.reason> {
  return { ...decideRefusals, changed_before: changedBefore(outcome) };
}
