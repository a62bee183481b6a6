import type { AppLoadContext } from "@remix-run/node";
import { z } from "zod";
import type { StaffActor } from "~/domain/actor";
import { MOST_AT_ONCE } from "~/domain/matching/mentor-room";
import { refused } from "~/domain/outcome";
import { setStudentsAtOnce } from "~/features/mentors/set-students-at-once.server";
import { changeListing } from "~/features/placements/change-listing.server";
import { keepListingOpen } from "~/features/placements/keep-listing-open.server";
import { moveListings, STAFF_MOVES, type StaffMove } from "~/features/placements/move-listings.server";
import { publishListings } from "~/features/placements/publish-listings.server";
import { parseForm } from "~/http/parse-form.server";
import { redirectWithToast, type ToastKey } from "~/http/redirect-with-toast.server";
import { NOT_FOUND, type Refusals, refuse } from "~/http/refuse.server";

const ReviewForm = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("publish"), revision: z.coerce.number().int() }),
  z.object({ intent: z.enum(STAFF_MOVES) }),
  z.object({ intent: z.literal("keep_open") }),
  z.object({
    intent: z.literal("change"),
    seats: z.coerce.number().int().min(0).max(9999),
    reviewNote: z.string().trim().max(2000),
  }),
  z.object({
    intent: z.literal("at-once"),
    atOnce: z.coerce.number().int().min(1).max(MOST_AT_ONCE).optional(),
    seen: z.coerce.number().int().optional(),
    reason: z.string().trim().min(1).max(500),
  }),
]);

const refusals: Refusals<"not_permitted" | "not_found" | "wrong_state" | "reason_missing" | "changed_before"> = {
  not_permitted: { status: 403, key: "placements:fault.not_permitted" },
  not_found: NOT_FOUND,
  wrong_state: { status: 409, key: "placements:fault.wrong_state" },
  reason_missing: { status: 422, key: "placements:fault.reason_missing" },
  changed_before: { status: 409, key: "placements:fault.wrong_state" },
};

const MOVED: Record<StaffMove, ToastKey> = {
  pause: "placements:toast.paused",
  archive: "placements:toast.archived",
  reopen: "placements:toast.reopened",
};

interface Asked {
  request: Request;
  context: AppLoadContext;
  actor: StaffActor;
  listingId: string;
}

/** Publishes what was read, moves it elsewhere, or changes this school's part of it, or how many its mentor takes. */
export async function answerReview({ request, context, actor, listingId }: Asked) {
  const form = await parseForm(request, ReviewForm, context);
  if (!form.ok) return form.reply;
  const { wiring } = context;
  const here = `/coordinator/listings/${listingId}`;
  const listingIds = [listingId];
  if (form.value.intent === "at-once") {
    const { reason, atOnce = null, seen = null } = form.value;
    const outcome = await setStudentsAtOnce(wiring, actor, { listingId, atOnce, seen, reason });
    return outcome.ok
      ? redirectWithToast(here, "placements:toast.atOnceSet")
      : refuse(context, outcome, refusals, form.typed);
  }
  if (form.value.intent === "change") {
    const outcome = await changeListing(wiring, actor, { listingId, ...form.value });
    return outcome.ok
      ? redirectWithToast(here, "placements:toast.changed")
      : refuse(context, outcome, refusals, form.typed);
  }
  if (form.value.intent === "keep_open") {
    const outcome = await keepListingOpen(wiring, actor, { listingId });
    return outcome.ok
      ? redirectWithToast(here, "placements:toast.keptOpen")
      : refuse(context, outcome, refusals, form.typed);
  }
  if (form.value.intent === "publish") {
    const outcome = await publishListings(wiring, actor, { listingIds, revision: form.value.revision });
    if (!outcome.ok) return refuse(context, outcome, refusals, form.typed);
    if (outcome.value.published === 0) return refuse(context, refused("wrong_state"), refusals, form.typed);
    return redirectWithToast("/coordinator/listings", "placements:toast.published", { count: 1 });
  }
  const outcome = await moveListings(wiring, actor, { listingIds, move: form.value.intent });
  if (!outcome.ok) return refuse(context, outcome, refusals, form.typed);
  if (outcome.value.moved === 0) return refuse(context, refused("wrong_state"), refusals, form.typed);
  return redirectWithToast(here, MOVED[form.value.intent]);
}
