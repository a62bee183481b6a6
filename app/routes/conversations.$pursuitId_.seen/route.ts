import type { ActionFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { seeThread } from "~/features/conversations/see-thread.server";
import { parseForm } from "~/http/parse-form.server";
import { parseParams } from "~/http/parse-params.server";
import { notFound } from "~/http/refuse.server";
import { requireActor } from "~/http/require-actor.server";

const SeenForm = z.object({ upTo: z.coerce.number().int().positive() });
const STATUSES = { not_found: 404, not_permitted: 403 } as const;

/** Nothing to read here: the conversation is on the page above. */
export function loader() {
  throw notFound();
}

/** The conversation's page says up to where somebody has it in front of them. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, context, { kinds: ["student", "guardian", "mentor", "staff"] });
  const { pursuitId } = parseParams(params, "pursuitId");
  const parsed = await parseForm(request, SeenForm, context);
  if (!parsed.ok) return parsed.reply;
  const outcome = await seeThread(context.wiring, actor, { pursuitId, upTo: parsed.value.upTo });
  return new Response(null, { status: outcome.ok ? 204 : STATUSES[outcome.reason] });
}
