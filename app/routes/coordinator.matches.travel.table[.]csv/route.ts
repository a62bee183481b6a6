import type { LoaderFunctionArgs } from "@remix-run/node";
import { TRAVEL_COLUMNS, type TravelColumn } from "~/domain/imports/travel-row";
import { listTravelTable, type TravelTableRow } from "~/features/imports/list-travel-table.server";
import { csvDownload } from "~/http/csv.server";
import { requireCoordinator } from "~/http/require-actor.server";

/** The whole travel table as a file to correct and send back, with an estimate where no line is stored. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireCoordinator(request, context);
  const outcome = await listTravelTable(context.wiring, actor);
  if (!outcome.ok) throw new Response(null, { status: 403 });
  const rows = outcome.value.rows.map((row) => [...TRAVEL_COLUMNS.map((column) => cellOf[column](row)), row.source]);
  return csvDownload({ name: "travel-table", columns: [...TRAVEL_COLUMNS, "source"], rows });
}

const cellOf: Record<TravelColumn, (row: TravelTableRow) => string | number | null> = {
  area: ({ area }) => area,
  organisation: ({ organisation }) => organisation,
  site: ({ site }) => site,
  mode: ({ mode }) => mode,
  minutes: ({ minutes }) => minutes,
  arrive_from: ({ arriveFrom }) => arriveFrom,
  arrive_to: ({ arriveTo }) => arriveTo,
  area_id: ({ areaId }) => areaId,
  site_id: ({ siteId }) => siteId,
};
