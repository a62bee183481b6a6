import { type VisitHours, visitHours } from "~/domain/visit/when";
import type { ScopeTx } from "~db/scope.server";
import { listVisits, listVisitsOf, type Visit } from "~db/visits.server";

/** A visit as pages show it. */
export type ShownVisit = Visit & { hasBegun: boolean } & Partial<VisitHours>;

interface Asked {
  schoolId: string;
  pursuitId: string;
  /** Of the school (IANA). */
  timeZone: string;
  now: Date;
}

/** The visits of a pursuit, the earliest first, with the day and the clock times of the school. */
export async function listShownVisits(
  tx: ScopeTx,
  { schoolId, pursuitId, timeZone, now }: Asked,
): Promise<ShownVisit[]> {
  return (await listVisits(tx, { schoolId, pursuitId })).map((visit) => showVisit(visit, { timeZone, now }));
}

/** The same of several pursuits at once. */
export async function listShownVisitsOf(
  tx: ScopeTx,
  { schoolId, pursuitIds, timeZone, now }: Omit<Asked, "pursuitId"> & { pursuitIds: readonly string[] },
): Promise<(ShownVisit & { pursuit_id: string })[]> {
  const visits = await listVisitsOf(tx, { schoolId, pursuitIds });
  return visits.map((visit) => ({ ...showVisit(visit, { timeZone, now }), pursuit_id: visit.pursuit_id }));
}

function showVisit(visit: Visit, { timeZone, now }: { timeZone: string; now: Date }): ShownVisit {
  const [startsAt, endsAt] = [iso(visit.starts_at), iso(visit.ends_at)];
  return {
    ...visit,
    hasBegun: startsAt !== null && new Date(startsAt) <= now,
    ...(startsAt && endsAt && visitHours({ startsAt, endsAt }, timeZone)),
  };
}

const iso = (at: string | null) => at && new Date(at).toISOString();
