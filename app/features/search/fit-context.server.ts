import type { MatchContext } from "~/domain/matching/context";
import { idfOfCounts } from "~/domain/matching/idf";
import type { SchoolSettings } from "~/domain/settings";
import { countListingInterests } from "~db/listing-interests.server";
import { getCurrentWeights } from "~db/match-weights.server";
import type { ScopeTx } from "~db/scope.server";

/**
 * What a school judges pairs by outside a run. How telling an interest is comes from all published listings, so that a
 * placement fits a student alike on every page it is shown on.
 */
export async function readFitContext(
  tx: ScopeTx,
  { schoolId, settings }: { schoolId: string; settings: SchoolSettings },
): Promise<MatchContext> {
  const { listings, carrying } = await countListingInterests(tx, schoolId);
  const { weights } = await getCurrentWeights(tx, schoolId);
  return {
    weights,
    idf: idfOfCounts({ placements: listings, carrying }),
    travelLimitMinutes: settings.travelLimitMinutes,
  };
}
