import type { LoaderFunctionArgs } from "@remix-run/node";
import { TRAVEL_FILE_COLUMNS, travelCells } from "~/domain/imports/travel-file";
import { listTravelTable } from "~/features/imports/list-travel-table.server";
import { csvDownload } from "~/http/csv.server";
import { requireCoordinator } from "~/http/require-actor.server";

/** The whole travel table as a file to correct and send back, with an estimate where no line is stored. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireCoordinator(request, context);
  const outcome = await listTravelTable(context.wiring, actor);
  if (!outcome.ok) throw new Response(null, { status: 403 });
  const rows = outcome.value.rows.map(travelCells);
  return csvDownload({ name: "travel-table", columns: TRAVEL_FILE_COLUMNS, rows });
}
