import type { ActionFunctionArgs } from "@remix-run/node";
import { receiveEvent } from "~/features/fund/receive-event.server";
import { parseParams } from "~/http/parse-params.server";
import { notFound } from "~/http/refuse.server";

/** There is nothing to read here. */
export function loader(): never {
  throw notFound();
}

/** Stripe tells what happened; the signature over the very bytes is the proof. Anything but 2xx makes it tell again later. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  const { schoolId } = parseParams(params, "schoolId");
  const payload = await request.text();
  const signature = request.headers.get("stripe-signature") ?? "";
  const outcome = await receiveEvent(context.wiring, { schoolId, payload, signature });
  if (outcome.ok) {
    context.wiring.log.info({ schoolId, state: outcome.value.effect }, "an event of Stripe");
    return new Response(null, { status: 204 });
  }
  context.wiring.log.warn({ schoolId, reason: outcome.reason }, "an event of Stripe was not taken");
  throw new Response(null, { status: { not_found: 404, not_signed: 400, unavailable: 503 }[outcome.reason] });
}
