import { type AppLoadContext, json } from "@remix-run/node";
import { z } from "zod";
import type { StaffActor } from "~/domain/actor";
import { previewSequence, type TestSequenceRefusal, testSequence } from "~/features/outreach/preview-sequence.server";
import { type WriteStepsRefusal, writeSteps } from "~/features/outreach/write-steps.server";
import { parseForm } from "~/http/parse-form.server";
import { redirectWithToast } from "~/http/redirect-with-toast.server";
import { NOT_FOUND, type Refusals, refuse } from "~/http/refuse.server";

const subject = z.string().max(300).default("");
const body = z.string().max(10_000).default("");
const wait = z.coerce.number().int().min(0).max(999).default(0);

const StepsForm = z.discriminatedUnion("intent", [
  z.object({
    ...{ intent: z.literal("save"), revision: z.coerce.number().int().positive() },
    ...{ subject1: subject, body1: body },
    ...{ subject2: subject, body2: body, wait2: wait },
    ...{ subject3: subject, body3: body, wait3: wait },
  }),
  z.object({ intent: z.enum(["preview", "test"]), contactId: z.uuid() }),
]);

const REFUSALS: Refusals<WriteStepsRefusal | TestSequenceRefusal> = {
  not_permitted: { status: 403, key: "outreach:fault.not_permitted" },
  not_found: NOT_FOUND,
  changed_meanwhile: { status: 409, key: "sequences:fault.changed_meanwhile" },
  not_now: { status: 409, key: "sequences:steps.notNow" },
  steps_missing: { status: 422, key: "sequences:fault.steps_missing" },
  wait_unfit: { status: 422, key: "sequences:fault.wait_unfit" },
  subject_missing: { status: 422, key: "sequences:fault.subject_missing" },
  subject_long: { status: 422, key: "sequences:fault.subject_long" },
  body_missing: { status: 422, key: "sequences:fault.body_missing" },
  body_long: { status: 422, key: "sequences:fault.body_long" },
  placeholder_unknown: { status: 422, key: "sequences:fault.placeholder_unknown" },
  placeholder_empty: { status: 422, key: "sequences:fault.placeholder_empty" },
  names_student: { status: 422, key: "sequences:fault.names_student" },
  no_own_mail: { status: 409, key: "outreach:fault.no_own_mail" },
};

/** Saves the mails of a sequence, shows them with a contact's data, or sends them to whoever asks. */
export async function answerSteps(
  request: Request,
  context: AppLoadContext,
  { actor, sequenceId }: { actor: StaffActor; sequenceId: string },
) {
  const form = await parseForm(request, StepsForm, context);
  if (!form.ok) return form.reply;
  const { wiring } = context;
  const asked = form.value;
  if (asked.intent === "save") {
    const steps = [
      { waitDays: 0, subject: asked.subject1, body: asked.body1 },
      { waitDays: asked.wait2, subject: asked.subject2, body: asked.body2 },
      { waitDays: asked.wait3, subject: asked.subject3, body: asked.body3 },
    ];
    const outcome = await writeSteps(wiring, actor, { sequenceId, revision: asked.revision, steps });
    return outcome.ok
      ? redirectWithToast(`/coordinator/sequences/${sequenceId}/write`, "sequences:toast.written")
      : refuse(context, outcome, REFUSALS, form.typed);
  }
  const { contactId } = asked;
  if (asked.intent === "preview") {
    const outcome = await previewSequence(wiring, actor, { sequenceId, contactId });
    if (!outcome.ok) return refuse(context, outcome, REFUSALS, form.typed);
    return json({ errors: {}, values: form.typed, shown: outcome.value, isTestSent: false });
  }
  const outcome = await testSequence(wiring, actor, { sequenceId, contactId });
  if (!outcome.ok) return refuse(context, outcome, REFUSALS, form.typed);
  return json({ errors: {}, values: form.typed, shown: [], isTestSent: true });
}
