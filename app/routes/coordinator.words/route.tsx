import { type ActionFunctionArgs, json, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { addWord, moveWord, WORD_MOVES } from "~/features/words/change-words.server";
import { openWords } from "~/features/words/open-words.server";
import { previewWord } from "~/features/words/preview-word.server";
import { parseForm } from "~/http/parse-form.server";
import { redirectWithToast } from "~/http/redirect-with-toast.server";
import { NOT_FOUND, refuse } from "~/http/refuse.server";
import { requireCoordinator } from "~/http/require-actor.server";
import { Page, Section } from "~/ui/page";
import type { PageHandle } from "~/ui/page-handle";
import { OwnWords } from "./own-words";
import { Preview } from "./preview";
import { WordForm } from "./word-form";

export const handle: PageHandle = { title: "words:title" };

const WordsForm = z.discriminatedUnion("intent", [
  z.object({
    intent: z.enum(["preview", "add"]),
    word: z.string().trim().min(1, "words:fault.noWord").max(200, "words:fault.tooLong"),
    interestId: z.string().min(1, "words:fault.interest").max(60),
  }),
  z.object({ intent: z.enum(WORD_MOVES), wordId: z.uuid() }),
]);

const REFUSALS = {
  not_permitted: { status: 403, key: "pursuits:fault.not_permitted" },
  not_found: NOT_FOUND,
  unknown_interest: { status: 422, key: "words:fault.interest", field: "interestId" },
  no_word: { status: 422, key: "words:fault.noWord", field: "word" },
  too_long: { status: 422, key: "words:fault.tooLong", field: "word" },
  already_known: { status: 409, key: "words:fault.known", field: "word" },
} as const;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireCoordinator(request, context);
  const outcome = await openWords(context.wiring, actor);
  if (!outcome.ok) throw new Response(null, { status: 403 });
  return outcome.value;
}

export async function action({ request, context }: ActionFunctionArgs) {
  const actor = await requireCoordinator(request, context);
  const form = await parseForm(request, WordsForm, context);
  if (!form.ok) return form.reply;
  const asked = form.value;
  if ("wordId" in asked) {
    const outcome = await moveWord(context.wiring, actor, { wordId: asked.wordId, move: asked.intent });
    if (!outcome.ok) return refuse(context, outcome, REFUSALS, form.typed);
    return redirectWithToast("/coordinator/words", `words:toast.${asked.intent}`);
  }
  if (asked.intent === "preview") {
    const outcome = await previewWord(context.wiring, actor, asked);
    if (!outcome.ok) return refuse(context, outcome, REFUSALS, form.typed);
    return json({ ok: true as const, preview: outcome.value, values: form.typed });
  }
  const outcome = await addWord(context.wiring, actor, asked);
  if (!outcome.ok) return refuse(context, outcome, REFUSALS, form.typed);
  return redirectWithToast("/coordinator/words", "words:toast.added");
}

export default function Words() {
  const { t } = useTranslation("words");
  const { words, timeZone } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const preview = reply && "preview" in reply ? reply.preview : null;
  return (
    <Page title={t("title")} lead={t("lead")} back={{ to: "/coordinator/listings", label: t("back") }}>
      <WordForm reply={reply}>{preview && <Preview preview={preview} />}</WordForm>
      <Section title={t("own")}>
        <OwnWords words={words} timeZone={timeZone} />
      </Section>
    </Page>
  );
}
