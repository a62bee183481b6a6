import type { LoaderFunctionArgs } from "@remix-run/node";
import { lookAtConcernPicture } from "~/features/concerns/look-at-concern-picture.server";
import { parseParams } from "~/http/parse-params.server";
import { pictureAnswer } from "~/http/picture-answer.server";
import { notFound } from "~/http/refuse.server";
import { requireStaff } from "~/http/require-actor.server";

/** A picture that a report keeps, for whoever has opened the report. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireStaff(request, context);
  const outcome = await lookAtConcernPicture(context.wiring, actor, parseParams(params, "concernId", "pictureId"));
  if (!outcome.ok) throw notFound();
  return pictureAnswer(outcome.value);
}
