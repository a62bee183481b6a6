import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { lookAtScan } from "~/features/scans/look-at-scan.server";
import { openScans } from "~/features/scans/open-scans.server";
import { parseParams } from "~/http/parse-params.server";
import { pictureAnswer } from "~/http/picture-answer.server";
import { notFound } from "~/http/refuse.server";
import { requireCoordinator } from "~/http/require-actor.server";
import { pageOfScans, readScanOf } from "~/http/scan-of.server";

/** The address alone, such as after a sign-in, leads to the buttons. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireCoordinator(request, context);
  const of = readScanOf(params);
  const outcome = await openScans(context.wiring, actor, of);
  if (!outcome.ok) throw notFound();
  return redirect(pageOfScans(of));
}

/** The picture of a paper. It takes a press: who looks is noted, and an address alone changes nothing. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requireCoordinator(request, context);
  const { scanId } = parseParams(params, "scanId");
  const outcome = await lookAtScan(context.wiring, actor, { of: readScanOf(params), scanId });
  if (!outcome.ok) throw notFound();
  return pictureAnswer(outcome.value);
}
