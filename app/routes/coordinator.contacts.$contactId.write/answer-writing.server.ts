import { type AppLoadContext, json } from "@remix-run/node";
import { z } from "zod";
import type { StaffActor } from "~/domain/actor";
import { previewOutreachMail } from "~/features/outreach/preview-outreach-mail.server";
import { type SendOutreachRefusal, sendOutreachMail } from "~/features/outreach/send-outreach-mail.server";
import { type TestMailRefusal, testOutreachMail } from "~/features/outreach/test-outreach-mail.server";
import { parseForm } from "~/http/parse-form.server";
import { redirectWithToast } from "~/http/redirect-with-toast.server";
import { NOT_FOUND, type Refusals, refuse } from "~/http/refuse.server";

const WriteForm = z.object({
  intent: z.enum(["preview", "test", "send"]),
  outreachMailId: z.uuid(),
  subject: z.string().max(300),
  body: z.string().max(10_000),
});

const REFUSALS: Refusals<SendOutreachRefusal | TestMailRefusal> = {
  not_permitted: { status: 403, key: "outreach:fault.not_permitted" },
  not_found: NOT_FOUND,
  subject_missing: { status: 422, key: "outreach:fault.subject_missing", field: "subject" },
  subject_long: { status: 422, key: "outreach:fault.subject_long", field: "subject" },
  body_missing: { status: 422, key: "outreach:fault.words_missing", field: "body" },
  body_long: { status: 422, key: "outreach:fault.body_long", field: "body" },
  placeholder_unknown: { status: 422, key: "outreach:fault.placeholder_unknown", field: "body" },
  placeholder_empty: { status: 422, key: "outreach:fault.placeholder_empty", field: "body" },
  names_student: { status: 422, key: "outreach:fault.names_student", field: "body" },
  no_own_mail: { status: 409, key: "outreach:fault.no_own_mail" },
  no_mail: { status: 409, key: "outreach:write.obstacle.no_mail" },
  silent: { status: 409, key: "outreach:write.obstacle.silent" },
  mentor: { status: 409, key: "outreach:write.obstacle.mentor" },
  sent_already: { status: 409, key: "outreach:fault.sent_already" },
  resting: { status: 409, key: "outreach:fault.resting" },
};

/** Shows, tries out or sends what was typed. What was typed stays in the form until it is sent. */
export async function answerWriting(
  request: Request,
  context: AppLoadContext,
  { actor, contactId }: { actor: StaffActor; contactId: string },
) {
  const form = await parseForm(request, WriteForm, context);
  if (!form.ok) return form.reply;
  const { intent, ...written } = form.value;
  const { wiring } = context;
  const input = { contactId, ...written };
  if (intent === "preview") {
    const outcome = await previewOutreachMail(wiring, actor, input);
    if (!outcome.ok) return refuse(context, outcome, REFUSALS, form.typed);
    return json({ errors: {}, values: form.typed, preview: outcome.value, isTestSent: false });
  }
  if (intent === "test") {
    const outcome = await testOutreachMail(wiring, actor, input);
    if (!outcome.ok) return refuse(context, outcome, REFUSALS, form.typed);
    return json({ errors: {}, values: form.typed, preview: null, isTestSent: true });
  }
  const outcome = await sendOutreachMail(wiring, actor, input);
  return outcome.ok
    ? redirectWithToast(`/coordinator/contacts/${contactId}`, "outreach:toast.sent")
    : refuse(context, outcome, REFUSALS, form.typed);
}
