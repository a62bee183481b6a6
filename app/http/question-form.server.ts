import type { AppLoadContext, TypedResponse } from "@remix-run/node";
import { z } from "zod";
import type { Outcome } from "~/domain/outcome";
import { LONGEST_CONTACT, LONGEST_NAME, LONGEST_QUESTION } from "~/domain/question/question";
import type { AskRefusal } from "~/features/questions/ask-school.server";
import { type FormReply, parseForm } from "./parse-form.server";
import { redirectWithToast } from "./redirect-with-toast.server";
import { type Refusals, refuse } from "./refuse.server";

const QuestionForm = z.object({
  schoolId: z
    .uuid("questions:fault.school_missing")
    .optional()
    .transform((id) => id ?? null),
  question: z.string().trim().min(1, "questions:fault.words_missing").max(LONGEST_QUESTION),
  name: z.string().trim().max(LONGEST_NAME).default(""),
  contact: z.string().trim().max(LONGEST_CONTACT).default(""),
});

const refusals: Refusals<AskRefusal> = {
  not_permitted: { status: 403, key: "questions:fault.not_permitted" },
  words_missing: { status: 422, key: "questions:fault.words_missing", field: "question" },
  name_missing: { status: 422, key: "questions:fault.name_missing", field: "name" },
  contact_missing: { status: 422, key: "questions:fault.contact_missing", field: "contact" },
  school_missing: { status: 422, key: "questions:fault.school_missing", field: "schoolId" },
  too_many: { status: 429, key: "questions:fault.tooMany" },
};

type Sent = z.output<typeof QuestionForm> & { language: string };

/** Reads the form of a question, lets it be asked, and leads back to the page with thanks. */
export async function answerQuestion(
  request: Request,
  context: AppLoadContext,
  { ask, to }: { ask: (sent: Sent) => Promise<Outcome<null, AskRefusal>>; to: string },
): Promise<TypedResponse<FormReply>> {
  const form = await parseForm(request, QuestionForm, context);
  if (!form.ok) return form.reply;
  const outcome = await ask({ ...form.value, language: context.language });
  return outcome.ok
    ? redirectWithToast(`${to}?sent=yes`, "questions:toast.sent")
    : refuse(context, outcome, refusals, form.typed);
}
