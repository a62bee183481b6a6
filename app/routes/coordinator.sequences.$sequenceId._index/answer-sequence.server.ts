import type { AppLoadContext } from "@remix-run/node";
import { z } from "zod";
import type { StaffActor } from "~/domain/actor";
import { type MoveSequenceRefusal, moveSequence } from "~/features/outreach/move-sequence.server";
import { takeOutOfSequence } from "~/features/outreach/take-out-of-sequence.server";
import { civilDay } from "~/http/civil-day.server";
import { parseForm } from "~/http/parse-form.server";
import { redirectWithToast } from "~/http/redirect-with-toast.server";
import { NOT_FOUND, type Refusals, refuse } from "~/http/refuse.server";

const SequenceForm = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("start"), startsOn: civilDay.optional() }),
  z.object({ intent: z.enum(["pause", "resume", "end"]) }),
  z.object({ intent: z.literal("take-out"), enrolmentId: z.uuid() }),
]);

const REFUSALS: Refusals<MoveSequenceRefusal> = {
  not_permitted: { status: 403, key: "outreach:fault.not_permitted" },
  not_found: NOT_FOUND,
  wrong_state: { status: 409, key: "sequences:fault.not_now" },
  still_needed: { status: 422, key: "sequences:fault.contacts_missing" },
  day_over: { status: 422, key: "sequences:fault.day_over", field: "startsOn" },
};

/** Moves a sequence, or takes somebody out of it, and leads back with a sentence. */
export async function answerSequence(
  request: Request,
  context: AppLoadContext,
  { actor, sequenceId }: { actor: StaffActor; sequenceId: string },
) {
  const form = await parseForm(request, SequenceForm, context);
  if (!form.ok) return form.reply;
  const { wiring } = context;
  const asked = form.value;
  const here = `/coordinator/sequences/${sequenceId}`;
  if (asked.intent === "take-out") {
    const outcome = await takeOutOfSequence(wiring, actor, { sequenceId, enrolmentId: asked.enrolmentId });
    return outcome.ok
      ? redirectWithToast(here, "sequences:toast.takenOut")
      : refuse(context, outcome, REFUSALS, form.typed);
  }
  const startsOn = asked.intent === "start" ? (asked.startsOn ?? null) : null;
  const outcome = await moveSequence(wiring, actor, { sequenceId, move: asked.intent, startsOn });
  return outcome.ok
    ? redirectWithToast(here, `sequences:toast.${asked.intent}`)
    : refuse(context, outcome, REFUSALS, form.typed);
}
