import type { ActionFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { editPlacementForm, NEW_PLACEMENT_FORM } from "~/domain/placement/draft-forms";
import { dropDraft } from "~/features/placements/drop-draft.server";
import { saveDraft } from "~/features/placements/save-draft.server";
import { parseForm } from "~/http/parse-form.server";
import { redirectWithToast } from "~/http/redirect-with-toast.server";
import { notFound } from "~/http/refuse.server";
import { requireMentor } from "~/http/require-actor.server";
import { DraftForm } from "../mentor.placements.new/form.server";

const NAMES = new RegExp(`^(?:${NEW_PLACEMENT_FORM}|${editPlacementForm("[0-9a-f-]{36}")})$`);
const KeptForm = DraftForm.extend({ form: z.string().regex(NAMES) });

/** Nothing to read here: the pages of the forms show what was kept. */
export function loader() {
  throw notFound();
}

/** Keeps what a form holds while somebody types, or forgets it. */
export async function action({ request, context }: ActionFunctionArgs) {
  const actor = await requireMentor(request, context);
  const parsed = await parseForm(request, KeptForm, context);
  if (!parsed.ok) return parsed.reply;
  const { form, intent } = parsed.value;
  if (intent === "drop") {
    await dropDraft(context.wiring, actor, { form });
    const [, placementId] = form.split(":");
    return redirectWithToast(
      placementId ? `/mentor/placements/${placementId}?edit` : "/mentor/placements/new",
      "placements:toast.draftDropped",
    );
  }
  const { form: _form, intent: _intent, placementId: _id, ...content } = parsed.typed;
  const outcome = await saveDraft(context.wiring, actor, { form, content });
  return new Response(null, { status: outcome.ok ? 204 : 422 });
}
