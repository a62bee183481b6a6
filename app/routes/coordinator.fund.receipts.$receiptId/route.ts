import type { LoaderFunctionArgs } from "@remix-run/node";
import { openReceipt } from "~/features/fund/open-receipt.server";
import { parseParams } from "~/http/parse-params.server";
import { pictureAnswer } from "~/http/picture-answer.server";
import { notFound } from "~/http/refuse.server";
import { requireCoordinator } from "~/http/require-actor.server";

/** The picture of a receipt. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireCoordinator(request, context);
  const outcome = await openReceipt(context.wiring, actor, parseParams(params, "receiptId"));
  if (!outcome.ok) throw notFound();
  return pictureAnswer(outcome.value);
}
