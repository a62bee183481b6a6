import type { AppLoadContext } from "@remix-run/node";
import type { LinkActor } from "~/domain/actor";
import { disownVisitorOffer } from "~/features/visitor-offers/disown-visitor-offer.server";
import { proveVisitorOffer } from "~/features/visitor-offers/prove-visitor-offer.server";
import { type SendOfferRefusal, sendVisitorOffer } from "~/features/visitor-offers/send-visitor-offer.server";
import { parseForm } from "~/http/parse-form.server";
import { redirectWithToast } from "~/http/redirect-with-toast.server";
import { NOT_FOUND, type Refusals, refuse } from "~/http/refuse.server";
import { OfferedForm, toOfferedPost } from "../mentor.placements.new/form.server";

/** What the two buttons of an offer that nobody has proved say. */
export const INTENTS = ["prove", "disown"] as const;

const refusals: Refusals<SendOfferRefusal> = {
  not_permitted: { status: 403, key: "offers:fault.not_permitted" },
  not_found: NOT_FOUND,
  wrong_state: { status: 409, key: "offers:fault.wrong_state" },
  still_needed: { status: 409, key: "offers:fault.wrong_state" },
  not_valid: { status: 422, key: "placements:fault.not_valid" },
  unknown_area: { status: 422, key: "placements:fault.unknown_area", field: "areaId" },
};

interface Pressed {
  intent: (typeof INTENTS)[number];
  here: string;
}

/** Answers "it was me" and "it was not me". */
export async function answerButton(context: AppLoadContext, actor: LinkActor, { intent, here }: Pressed) {
  if (intent === "disown") {
    const outcome = await disownVisitorOffer(context.wiring, actor);
    return outcome.ok ? redirectWithToast(here, "offers:toast.deleted") : refuse(context, outcome, refusals);
  }
  const outcome = await proveVisitorOffer(context.wiring, actor);
  if (!outcome.ok) return refuse(context, outcome, refusals);
  return redirectWithToast(here, outcome.value.isKnown ? "offers:toast.known" : "offers:toast.proved");
}

/** Sends the whole form to the school. */
export async function sendOffer(
  request: Request,
  context: AppLoadContext,
  { actor, here }: { actor: LinkActor; here: string },
) {
  const form = await parseForm(request, OfferedForm, context);
  if (!form.ok) return form.reply;
  const outcome = await sendVisitorOffer(context.wiring, actor, { post: toOfferedPost(form.value) });
  return outcome.ok ? redirectWithToast(here, "offers:toast.sent") : refuse(context, outcome, refusals, form.typed);
}
