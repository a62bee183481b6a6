import type { ActionFunctionArgs, AppLoadContext, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { ASKING_LINKS } from "~/domain/question/question";
import { askAsVisitor } from "~/features/questions/ask-as-visitor.server";
import { askSchool } from "~/features/questions/ask-school.server";
import { openAsking } from "~/features/questions/open-asking.server";
import { actorFromLink } from "~/http/actor-from-link.server";
import { answerQuestion } from "~/http/question-form.server";
import type { PageHandle } from "~/ui/page-handle";
import { QuestionPage } from "~/ui/question-page";

export const handle: PageHandle = { title: "questions:title" };

const bearer = (context: AppLoadContext, token: string | undefined) =>
  actorFromLink(context, { token, kinds: ASKING_LINKS });

/** A link that has run out still says which school mailed it; its bearer says who they are, as any visitor. */
export async function loader({ context, params }: LoaderFunctionArgs) {
  const link = await bearer(context, params.token);
  if (link.expired) return { schools: [], known: false };
  const outcome = await openAsking(context.wiring, link.actor);
  if (!outcome.ok) throw new Response(null, { status: 403 });
  return outcome.value;
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const { wiring, clientAddress } = context;
  const link = await bearer(context, params.token);
  return answerQuestion(request, context, {
    ask: (sent) =>
      link.expired
        ? askAsVisitor(wiring, { ...sent, schoolId: link.schoolId, address: clientAddress })
        : askSchool(wiring, link.actor, sent),
    to: `/question/${params.token}`,
  });
}

export default function QuestionByLink() {
  return <QuestionPage {...useLoaderData<typeof loader>()} reply={useActionData<typeof action>()} />;
}
