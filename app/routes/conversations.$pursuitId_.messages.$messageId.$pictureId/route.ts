import type { LoaderFunctionArgs } from "@remix-run/node";
import { lookAtPicture } from "~/features/conversations/look-at-picture.server";
import { parseParams } from "~/http/parse-params.server";
import { pictureAnswer } from "~/http/picture-answer.server";
import { notFound } from "~/http/refuse.server";
import { requireActor } from "~/http/require-actor.server";

/** A picture of a message, for whoever is shown the message now. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, context, { kinds: ["student", "guardian", "mentor", "staff"] });
  const outcome = await lookAtPicture(
    context.wiring,
    actor,
    parseParams(params, "pursuitId", "messageId", "pictureId"),
  );
  if (!outcome.ok) throw notFound();
  return pictureAnswer(outcome.value);
}
