import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { askAsVisitor } from "~/features/questions/ask-as-visitor.server";
import { askSchool } from "~/features/questions/ask-school.server";
import { openAsking } from "~/features/questions/open-asking.server";
import { openVisitorAsking } from "~/features/questions/open-visitor-asking.server";
import { answerQuestion } from "~/http/question-form.server";
import { readSession } from "~/http/session.server";
import type { PageHandle } from "~/ui/page-handle";
import { QuestionPage } from "~/ui/question-page";

export const handle: PageHandle = { title: "questions:title" };

/** Open to everybody: who cannot sign in has questions too. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = (await readSession(request, context))?.actor;
  if (!actor) return openVisitorAsking(context.wiring);
  const outcome = await openAsking(context.wiring, actor);
  if (!outcome.ok) throw new Response(null, { status: 403 });
  return outcome.value;
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { wiring, clientAddress } = context;
  const actor = (await readSession(request, context))?.actor;
  return answerQuestion(request, context, {
    ask: (sent) => (actor ? askSchool(wiring, actor, sent) : askAsVisitor(wiring, { ...sent, address: clientAddress })),
    to: "/question",
  });
}

export default function Question() {
  return <QuestionPage {...useLoaderData<typeof loader>()} reply={useActionData<typeof action>()} />;
}
