import { type ActionFunctionArgs, json, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import type { StaffActor } from "~/domain/actor";
import { CAREER_CLUSTERS } from "~/domain/interest/clusters";
import { addWord, moveWord, WORD_MOVES } from "~/features/words/change-words.server";
import { mergeWords } from "~/features/words/merge-words.server";
import { openWords } from "~/features/words/open-words.server";
import { previewWord } from "~/features/words/preview-word.server";
import { undoMerge } from "~/features/words/undo-merge.server";
import { parseForm } from "~/http/parse-form.server";
import { redirectWithToast } from "~/http/redirect-with-toast.server";
import { NOT_FOUND, refuse } from "~/http/refuse.server";
import { requireCoordinator } from "~/http/require-actor.server";
import { Disclosure } from "~/ui/disclosure";
import { Page, Section } from "~/ui/page";
import type { PageHandle } from "~/ui/page-handle";
import type { Wiring } from "~/wiring";
import { Duplicates } from "./duplicates";
import { OwnWords } from "./own-words";
import { Preview } from "./preview";
import { ShippedToo } from "./shipped-too";
import { ShippedWords } from "./shipped-words";
import { WordForm } from "./word-form";

export const handle: PageHandle = { title: "words:title" };

const WordsForm = z.discriminatedUnion("intent", [
  z.object({
    intent: z.enum(["preview", "add"]),
    word: z.string().trim().min(1, "words:fault.noWord").max(200, "words:fault.tooLong"),
    interestId: z.string().min(1, "words:fault.interest").max(60),
  }),
  z.object({ intent: z.enum([...WORD_MOVES, "merge", "undo_merge"]), wordId: z.uuid() }),
]);

const REFUSALS = {
  not_permitted: { status: 403, key: "pursuits:fault.not_permitted" },
  not_found: NOT_FOUND,
  unknown_interest: { status: 422, key: "words:fault.interest", field: "interestId" },
  no_word: { status: 422, key: "words:fault.noWord", field: "word" },
  too_long: { status: 422, key: "words:fault.tooLong", field: "word" },
  nothing_to_merge: { status: 409, key: "words:fault.nothingToMerge" },
  nothing_to_undo: { status: 409, key: "words:fault.nothingToUndo" },
  search_away: { status: 503, key: "words:fault.away" },
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
    const outcome = await settleWord(context.wiring, actor, asked);
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

function settleWord(
  wiring: Wiring,
  actor: StaffActor,
  { intent, wordId }: { intent: (typeof WORD_MOVES)[number] | "merge" | "undo_merge"; wordId: string },
) {
  if (intent === "merge") return mergeWords(wiring, actor, { wordId });
  if (intent === "undo_merge") return undoMerge(wiring, actor, { wordId });
  return moveWord(wiring, actor, { wordId, move: intent });
}

export default function Words() {
  const { t } = useTranslation("words");
  const { words, duplicates, shippedToo, timeZone } = useLoaderData<typeof loader>();
  const imported = words.filter(({ source }) => source === "onet");
  const reply = useActionData<typeof action>();
  const preview = reply && "preview" in reply ? reply.preview : null;
  return (
    <Page title={t("title")} lead={t("lead")} back={{ to: "/coordinator/listings", label: t("back") }}>
      <WordForm reply={reply} preview={preview && <Preview preview={preview} />} />
      {duplicates.length > 0 && (
        <Section title={t("duplicates")} lead={t("duplicatesLead")}>
          <Duplicates groups={duplicates} />
        </Section>
      )}
      {shippedToo.length > 0 && (
        <Section title={t("shippedToo")} lead={t("shippedTooLead")}>
          <ShippedToo words={shippedToo} />
        </Section>
      )}
      <Section title={t("own")}>
        <OwnWords words={words.filter(({ source }) => source === "school")} timeZone={timeZone} />
      </Section>
      {imported.length > 0 && (
        <Section title={t("imported")} lead={t("importedLead")}>
          <Disclosure summary={t("importedCount", { count: imported.length })}>
            <OwnWords words={imported} timeZone={timeZone} />
          </Disclosure>
        </Section>
      )}
      <Section title={t("shipped")} lead={t("shippedLead", { framework: CAREER_CLUSTERS.framework })}>
        <ShippedWords />
      </Section>
    </Page>
  );
}
