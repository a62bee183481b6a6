import type { AppLoadContext } from "@remix-run/node";
import { z } from "zod";
import type { StaffActor } from "~/domain/actor";
import { MODES } from "~/domain/matching/mode";
import { leaveOutOfPlans } from "~/features/matching/leave-out-of-plans.server";
import { takeIntoPlans } from "~/features/matching/take-into-plans.server";
import { HeldForms } from "~/http/approve-pair-form.server";
import { redirectWithToast } from "~/http/redirect-with-toast.server";
import { notFound } from "~/http/refuse.server";
import { RulePairForm } from "~/http/rule-pair-form.server";

export const BoardForm = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("run"), mode: z.enum(MODES).optional() }),
  z.object({ intent: z.literal("approve"), matchId: z.array(z.uuid()).min(1).max(500) }),
  ...HeldForms,
  RulePairForm,
  z.object({ intent: z.literal("leave_out"), listingId: z.uuid() }),
  z.object({ intent: z.literal("take_in"), listingId: z.uuid(), seen: z.string().max(40).default("") }),
]);

type PauseForm = Extract<z.infer<typeof BoardForm>, { intent: "leave_out" | "take_in" }>;

/** Leaves a listing out of plans, or takes it in again. */
export async function movePause(
  form: PauseForm,
  { context, actor, back }: { context: AppLoadContext; actor: StaffActor; back: string },
) {
  const { listingId } = form;
  const outcome =
    form.intent === "leave_out"
      ? await leaveOutOfPlans(context.wiring, actor, { listingId, reason: "" })
      : await takeIntoPlans(context.wiring, actor, { listingId, seen: form.seen });
  if (!outcome.ok && outcome.reason === "changed_before") return redirectWithToast(back, "board:toast.pauseChanged");
  if (!outcome.ok) throw notFound();
  return redirectWithToast(back, form.intent === "leave_out" ? "board:toast.leftOut" : "board:toast.takenIn");
}
