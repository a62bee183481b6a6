import { type ActionFunctionArgs, json, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { openHeldWords } from "~/features/conversations/open-held-words.server";
import { previewHeldWord } from "~/features/conversations/preview-held-word.server";
import { saveHeldWord } from "~/features/conversations/save-held-word.server";
import { parseForm } from "~/http/parse-form.server";
import { redirectWithToast } from "~/http/redirect-with-toast.server";
import { refuse } from "~/http/refuse.server";
import { requireCoordinator } from "~/http/require-actor.server";
import { formatLanguage } from "~/ui/format";
import { Page, Section } from "~/ui/page";
import type { PageHandle } from "~/ui/page-handle";
import { WordForm } from "./word-form";
import { WordList } from "./word-list";

export const handle: PageHandle = { title: "conversations:words.title" };

const WordAsked = z.object({
  intent: z.enum(["count", "hold", "let"]),
  phrase: z.string().trim().min(1, "conversations:fault.no_phrase").max(200, "conversations:fault.phrase_long"),
  language: z.string().trim().min(2).max(35),
});

const REFUSALS = {
  not_permitted: { status: 403, key: "conversations:fault.not_permitted" },
  no_phrase: { status: 422, key: "conversations:fault.no_phrase", field: "phrase" },
  too_short: { status: 422, key: "conversations:fault.phrase_short", field: "phrase" },
  too_long: { status: 422, key: "conversations:fault.phrase_long", field: "phrase" },
  unknown_language: { status: 422, key: "conversations:fault.language", field: "language" },
  too_many: { status: 409, key: "conversations:fault.words_full", field: "phrase" },
} as const;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireCoordinator(request, context);
  const outcome = await openHeldWords(context.wiring, actor);
  if (!outcome.ok) throw new Response(null, { status: 403 });
  return outcome.value;
}

export async function action({ request, context }: ActionFunctionArgs) {
  const actor = await requireCoordinator(request, context);
  const form = await parseForm(request, WordAsked, context);
  if (!form.ok) return form.reply;
  const { intent, phrase, language } = form.value;
  if (intent === "count") {
    const outcome = await previewHeldWord(context.wiring, actor, { phrase });
    if (!outcome.ok) return refuse(context, outcome, REFUSALS, form.typed);
    return json({ ok: true as const, preview: outcome.value, values: form.typed });
  }
  const outcome = await saveHeldWord(context.wiring, actor, { phrase, language, isHeld: intent === "hold" });
  if (!outcome.ok) return refuse(context, outcome, REFUSALS, form.typed);
  return redirectWithToast(
    "/coordinator/held/words",
    intent === "hold" ? "conversations:toast.wordHeld" : "conversations:toast.wordLet",
  );
}

export default function HeldWords() {
  const { t, i18n } = useTranslation("conversations");
  const { held, dropped, languages } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const preview = reply && "preview" in reply ? reply.preview : null;
  return (
    <Page title={t("words.title")} lead={t("words.lead")} back={{ to: "/coordinator/held", label: t("desk.title") }}>
      <Section title={t("words.add")}>
        <WordForm languages={languages} reply={reply} preview={preview} />
      </Section>
      {[...new Set(held.map(({ language }) => language))].map((language) => {
        const title = formatLanguage(language, i18n.language);
        return (
          <Section key={language} title={title}>
            <WordList
              label={title}
              words={held.filter((word) => word.language === language)}
              intent="let"
              reply={reply}
            />
          </Section>
        );
      })}
      {dropped.length > 0 && (
        <Section title={t("words.dropped")} lead={t("words.droppedLead")}>
          <WordList label={t("words.dropped")} words={dropped} intent="hold" reply={reply} />
        </Section>
      )}
    </Page>
  );
}
