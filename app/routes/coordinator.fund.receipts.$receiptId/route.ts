import type { LoaderFunctionArgs } from "@remix-run/node";
import { openReceipt } from "~/features/fund/open-receipt.server";
import { parseParams } from "~/http/parse-params.server";
import { notFound } from "~/http/refuse.server";
import { requireCoordinator } from "~/http/require-actor.server";

/** The picture of a receipt. Nothing keeps a copy on the way, and no browser takes it for anything else than a picture. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireCoordinator(request, context);
  const outcome = await openReceipt(context.wiring, actor, parseParams(params, "receiptId"));
  if (!outcome.ok) throw notFound();
  const { kind, content } = outcome.value;
  return new Response(new Uint8Array(content), {
    headers: { "Content-Type": kind, "Content-Disposition": "inline", "Cache-Control": "no-store" },
  });
}
