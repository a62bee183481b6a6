import { type AppLoadContext, json } from "@remix-run/node";
import { z } from "zod";
import type { StaffActor } from "~/domain/actor";
import { leaveOutOfPlans } from "~/features/matching/leave-out-of-plans.server";
import { takeIntoPlans } from "~/features/matching/take-into-plans.server";
import { decideMatch } from "~/features/pursuits/decide-match.server";
import { holdMatch } from "~/features/pursuits/hold-match.server";
import { releaseMatch } from "~/features/pursuits/release-match.server";
import { redirectWithToast } from "~/http/redirect-with-toast.server";
import { notFound } from "~/http/refuse.server";
import { RulePairForm } from "~/http/rule-pair-form.server";
import { sentenceFor } from "~/http/text.server";
import type { TextKey } from "~/locales/text-key";

const matchId = z.array(z.uuid()).min(1).max(500);

export const BoardForm = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("run") }),
  z.object({ intent: z.literal("approve"), matchId }),
  z.object({ intent: z.literal("undo"), matchId }),
  z.object({ intent: z.literal("now"), matchId }),
  RulePairForm,
  z.object({ intent: z.literal("leave_out"), listingId: z.uuid() }),
  z.object({ intent: z.literal("take_in"), listingId: z.uuid() }),
]);

export interface Many {
  context: AppLoadContext;
  actor: StaffActor;
  ids: readonly string[];
  /** The address of the board with its filter, to come back to. */
  back: string;
}

const MANY = {
  approve: { toast: "board:toast.held", fault: "matching:fault.someRefused" },
  undo: { toast: "board:toast.undone", fault: "board:fault.tooLate" },
  now: { toast: "board:toast.carriedOut", fault: "board:fault.notCarriedOut" },
} as const;

/** Does the same to one or many proposals, each by itself: what is refused is refused alone, and said. */
export async function decideMany(intent: keyof typeof MANY, { context, actor, ids, back }: Many) {
  const { wiring } = context;
  const refused: string[] = [];
  for (const id of ids) {
    const outcome = await {
      approve: () => holdMatch(wiring, actor, { matchId: id }),
      undo: () => releaseMatch(wiring, actor, { matchId: id }),
      now: () => decideMatch(wiring, actor, { matchId: id, decision: "approve" }),
    }[intent]();
    if (!outcome.ok) refused.push(id);
  }
  const { toast, fault } = MANY[intent];
  if (refused.length === 0)
    return redirectWithToast(back, toast as `board:toast.${"undone_one"}`, { count: ids.length });
  const counts = { done: ids.length - refused.length, refused: refused.length };
  const errors = { "": sentenceFor(context, fault as TextKey, counts) };
  return json({ ok: false as const, errors, values: { intent, matchId: refused } }, { status: 409 });
}

/** Leaves a listing out of plans, or takes it in again. */
export async function movePause(
  intent: "leave_out" | "take_in",
  { context, actor, listingId, back }: Omit<Many, "ids"> & { listingId: string },
) {
  const outcome =
    intent === "leave_out"
      ? await leaveOutOfPlans(context.wiring, actor, { listingId, reason: "" })
      : await takeIntoPlans(context.wiring, actor, { listingId });
  if (!outcome.ok) throw notFound();
  return redirectWithToast(back, intent === "leave_out" ? "board:toast.leftOut" : "board:toast.takenIn");
}
