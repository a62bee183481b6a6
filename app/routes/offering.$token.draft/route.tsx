import type { ActionFunctionArgs } from "@remix-run/node";
import { keepVisitorOffer } from "~/features/visitor-offers/keep-visitor-offer.server";
import { actorFromLink } from "~/http/actor-from-link.server";
import { parseForm } from "~/http/parse-form.server";
import { notFound } from "~/http/refuse.server";
import { DraftForm } from "../mentor.placements.new/form.server";

/** Nothing to read here: the page of the form shows what was kept. */
export function loader() {
  throw notFound();
}

/** Keeps what the form of an offer holds while somebody types. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  const link = await actorFromLink(context, { token: params.token, kinds: ["offer"] });
  if (link.expired) throw notFound();
  const parsed = await parseForm(request, DraftForm, context);
  if (!parsed.ok) return parsed.reply;
  const { intent: _intent, placementId: _id, ...content } = parsed.typed;
  const outcome = await keepVisitorOffer(context.wiring, link.actor, { content });
  return new Response(null, { status: outcome.ok ? 204 : 422 });
}
