import type { Actor } from "~/domain/actor";
import { groupBy } from "~/domain/group-by";
import { mayImport } from "~/domain/imports/policy";
import type { TravelTableRow } from "~/domain/imports/travel-file";
import { haversineKm, minutesFor } from "~/domain/matching/travel";
import { TRAVEL_MODES, type TravelMode } from "~/domain/matching/travel-modes";
import { done, type Outcome, refused } from "~/domain/outcome";
import type { Wiring } from "~/wiring";
import { withScope } from "~db/scope.server";
import { listAreas } from "~db/search-rows.server";
import { listListedSites, listTravelRows } from "~db/travel-times.server";

/** Every way from an area of the district to a site of the school's listings: the table's lines, estimates for the rest. */
export async function listTravelTable(
  wiring: Wiring,
  actor: Actor,
): Promise<Outcome<{ rows: TravelTableRow[]; lines: number }, "not_permitted">> {
  if (!mayImport(actor)) return refused("not_permitted");
  const { schoolId, districtId } = actor;
  return withScope(wiring, actor, async (tx) => {
    const sites = await listListedSites(tx, schoolId);
    const stored = await listTravelRows(tx, { schoolId, siteIds: sites.map(({ id }) => id) });
    const byWay = groupBy(stored, (row) => `${row.area_id} ${row.site_id} ${row.mode}`);
    const rows = (await listAreas(tx, districtId)).flatMap((area) =>
      sites.flatMap((site) =>
        TRAVEL_MODES.flatMap((mode): TravelTableRow[] => {
          const way = {
            area: area.name,
            areaId: area.id,
            organisation: site.organisation,
            site: site.name,
            siteId: site.id,
            mode,
          };
          const lines = byWay.get(`${area.id} ${site.id} ${mode}`) ?? [];
          if (lines.length > 0)
            return lines.map((line) => ({
              ...way,
              minutes: line.minutes,
              arriveFrom: clockOf(line.arrive_from),
              arriveTo: clockOf(line.arrive_to),
              source: "table",
            }));
          const minutes = estimate(mode, area, site);
          return [{ ...way, minutes, arriveFrom: "", arriveTo: "", source: minutes === null ? "unknown" : "distance" }];
        }),
      ),
    );
    return done({ rows, lines: stored.length });
  });
}

interface Located {
  latitude: number | null;
  longitude: number | null;
}

function estimate(mode: TravelMode, from: Located, to: Located): number | null {
  if (from.latitude === null || from.longitude === null || to.latitude === null || to.longitude === null) return null;
  return minutesFor(
    mode,
    haversineKm({ lat: from.latitude, lon: from.longitude }, { lat: to.latitude, lon: to.longitude }),
  );
}

/** "08:30" of "08:30:00"; the edges of the day are left empty. */
function clockOf(time: string): string {
  const clock = time.slice(0, 5);
  return clock === "00:00" || clock === "24:00" ? "" : clock;
}
