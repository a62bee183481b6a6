import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { answerCard } from "~/features/interests/answer-card.server";
import { finishFinder } from "~/features/interests/finish-finder.server";
import { openFinder } from "~/features/interests/open-finder.server";
import { takeBackAnswer } from "~/features/interests/take-back-answer.server";
import { parseForm } from "~/http/parse-form.server";
import { redirectWithToast } from "~/http/redirect-with-toast.server";
import { type Refusals, refuse } from "~/http/refuse.server";
import { requireStudent } from "~/http/require-actor.server";
import { Page } from "~/ui/page";
import type { PageHandle } from "~/ui/page-handle";
import { CardQuestion } from "./card-question";
import { CardForm } from "./form.server";

export const handle: PageHandle = { title: "interests:cards.title" };

const HERE = "/student/interests/cards";
const PROFILE = "/student/interests";

const REFUSALS: Refusals<"not_permitted" | "not_asked" | "too_few_answers"> = {
  not_permitted: { status: 403, key: "interests:fault.not_permitted" },
  not_asked: { status: 409, key: "interests:cards.fault.not_asked" },
  too_few_answers: { status: 409, key: "interests:cards.fault.too_few_answers" },
};

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireStudent(request, context);
  const view = await openFinder(context.wiring, actor);
  if (!view.question) throw redirect(PROFILE);
  return { ...view, question: view.question };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const actor = await requireStudent(request, context);
  const form = await parseForm(request, CardForm, context);
  if (!form.ok) return form.reply;
  const { wiring } = context;
  const asked = form.value;
  switch (asked.intent) {
    case "back": {
      const outcome = await takeBackAnswer(wiring, actor, asked);
      return outcome.ok ? redirect(HERE) : refuse(context, outcome, REFUSALS, form.typed);
    }
    case "finish": {
      const outcome = await finishFinder(wiring, actor);
      if (!outcome.ok) return refuse(context, outcome, REFUSALS, form.typed);
      return redirectWithToast(PROFILE, "interests:toast.finished");
    }
    default: {
      const { intent: answer, ...question } = asked;
      const outcome = await answerCard(wiring, actor, { ...question, answer });
      if (!outcome.ok) return refuse(context, outcome, REFUSALS, form.typed);
      return outcome.value.finished ? redirectWithToast(PROFILE, "interests:toast.finished") : redirect(HERE);
    }
  }
}

export default function Cards() {
  const { t } = useTranslation("interests");
  const { step, total, question, mayFinish } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <Page title={t("cards.title")} back={{ to: PROFILE, label: t("cards.backToProfile") }} width="wide">
      <CardQuestion {...{ step, total, question, mayFinish, reply }} />
    </Page>
  );
}
