import type { AppLoadContext } from "@remix-run/node";
import { z } from "zod";
import type { MentorActor } from "~/domain/actor";
import { editPlacement } from "~/features/placements/edit-placement.server";
import { keepOwnOpen } from "~/features/placements/keep-own-open.server";
import { moveOwnListing, OWN_MOVES, type OwnMove } from "~/features/placements/move-own-listing.server";
import { parseForm } from "~/http/parse-form.server";
import { redirectWithToast, type ToastKey } from "~/http/redirect-with-toast.server";
import { NOT_FOUND, refuse } from "~/http/refuse.server";
import { answerSuggestion, postRefusals } from "../mentor.placements.new/answers.server";
import { EditPlacementForm, toPost } from "../mentor.placements.new/form.server";

interface Asked {
  request: Request;
  context: AppLoadContext;
  actor: MentorActor;
  placementId: string;
}

const MoveForm = z.object({ intent: z.enum([...OWN_MOVES, "keep_open"]), listingId: z.uuid() });

const MOVED: Record<OwnMove | "keep_open", ToastKey> = {
  keep_open: "placements:toast.stillOpen",
  pause: "placements:toast.paused",
  archive: "placements:toast.archived",
  resubmit: "placements:toast.resubmitted",
};

/** Answers the form that changes the text. */
export async function answerEdit({ request, context, actor, placementId }: Asked) {
  const suggestion = await answerSuggestion(request, context);
  if (suggestion) return suggestion;
  const form = await parseForm(request, EditPlacementForm, context);
  if (!form.ok) return form.reply;
  const outcome = await editPlacement(context.wiring, actor, {
    placementId,
    revision: form.value.revision ?? 0,
    post: toPost(form.value),
  });
  if (!outcome.ok) {
    const changed_since = { status: 409, key: "placements:fault.changed_since" } as const;
    return refuse(context, outcome, { ...postRefusals, not_found: NOT_FOUND, changed_since }, form.typed);
  }
  const key = outcome.value.resubmitted > 0 ? "placements:toast.editedReview" : "placements:toast.edited";
  return redirectWithToast(`/mentor/placements/${placementId}`, key);
}

/** Answers the buttons that pause, end or offer it again at one school. */
export async function answerMove({ request, context, actor, placementId }: Asked) {
  const form = await parseForm(request, MoveForm, context);
  if (!form.ok) return form.reply;
  const { intent, listingId } = form.value;
  const outcome =
    intent === "keep_open"
      ? await keepOwnOpen(context.wiring, actor, { listingId })
      : await moveOwnListing(context.wiring, actor, { listingId, move: intent });
  if (outcome.ok) return redirectWithToast(`/mentor/placements/${placementId}`, MOVED[intent]);
  return refuse(
    context,
    outcome,
    {
      not_permitted: { status: 403, key: "placements:fault.not_permitted" },
      not_found: NOT_FOUND,
      wrong_state: { status: 409, key: "placements:fault.wrong_state" },
      still_needed: { status: 409, key: "placements:fault.wrong_state" },
    },
    form.typed,
  );
}
