import { type ColumnSearch, lowerPrices, moveAlongColumn, newColumnSearch, searchColumns } from "./column-search";
import type { Columns } from "./columns";
import type { Standing } from "./standing";
import { fillOnTightPaths } from "./tight-columns";

/** As in `settleStudents`. */
const WORTH_A_PHASE = 0.01;
const PATIENCE = 4;
const FEW = 4;

/**
 * Ends every placement's claim to a price it cannot ask: afterwards a placement with a free seat has price zero. The
 * mirror of `settleStudents`: it takes students along shortest alternating paths, or the price falls somewhere on the
 * way. Expects that students without a seat have price zero, and keeps that.
 */
export function settlePlacements(standing: Standing, columns?: Columns): void {
  let sources = askingTooMuch(standing);
  if (sources.length === 0) return;
  const search = newColumnSearch(standing.graph, columns);
  for (let idle = 0; sources.length > FEW && idle < PATIENCE; ) {
    lowerPrices(standing, search, searchColumns(standing, search, sources));
    fillOnTightPaths(standing, search.columns, sources);
    const left = askingTooMuch(standing);
    idle = left.length <= sources.length * (1 - WORTH_A_PHASE) ? 0 : idle + 1;
    sources = left;
  }
  for (const source of sources) while (asksTooMuch(standing, source)) fillOrCheapen(standing, search, source);
}

/** One more student for this placement, or lower prices. */
function fillOrCheapen(standing: Standing, search: ColumnSearch, source: number): void {
  const found = searchColumns(standing, search, [source]);
  lowerPrices(standing, search, found);
  moveAlongColumn(standing, search, { found, source });
}

function askingTooMuch(standing: Standing): number[] {
  const found: number[] = [];
  for (let p = 0; p < standing.graph.placements; p += 1) if (asksTooMuch(standing, p)) found.push(p);
  return found;
}

function asksTooMuch({ holding, prices }: Standing, p: number): boolean {
  return (prices.place[p] as number) > 0 && (holding.held[p] as number) < (holding.seats[p] as number);
}
