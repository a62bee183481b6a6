import type { LoaderFunctionArgs } from "@remix-run/node";
import { listRejectedRows } from "~/features/imports/list-rejected-rows.server";
import { parseParams } from "~/http/parse-params.server";
import { notFound } from "~/http/refuse.server";
import { rejectedRowsCsv } from "~/http/rejected-rows-csv.server";
import { requireCoordinator } from "~/http/require-actor.server";

/** The rows that were not taken, with their own columns and the reason in the reader's language. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireCoordinator(request, context);
  const outcome = await listRejectedRows(context.wiring, actor, parseParams(params, "importId"));
  if (!outcome.ok) throw notFound();
  return rejectedRowsCsv(context, outcome.value);
}
