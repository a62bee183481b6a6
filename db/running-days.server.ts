import { sql } from "kysely";
import type { ScopeTx } from "./scope.server";

/** A weekday of an internship that runs; without one where its days are agreed on from time to time. */
export interface RunningDay {
  pursuitId: string;
  kind: string;
  weekday: number | null;
  /** The first and the last civil day on which it counts; null where it is open. */
  from: string | null;
  until: string | null;
  /** Clock times where the school is ("09:00:00"); null where the placement says none. */
  startsAtClock: string | null;
  endsAtClock: string | null;
}

/** The weekdays on which the internships of some pursuits run and hold a seat, from a day on. */
export async function listRunningDays(
  tx: ScopeTx,
  { schoolId, pursuitIds, on }: { schoolId: string; pursuitIds: readonly string[]; on: string },
): Promise<RunningDay[]> {
  if (pursuitIds.length === 0) return [];
  const { rows } = await sql<RunningDay>`
    select e.pursuit_id as "pursuitId", p.kind, h.weekday, d.starts_at as "startsAtClock", d.ends_at as "endsAtClock",
      greatest(lower(h.during), e.starts_on)::text as "from", least(upper(h.during) - 1, e.ends_on)::text as "until"
    from engagements e
    join pursuits u on u.school_id = e.school_id and u.id = e.pursuit_id
    join listings l on l.school_id = u.school_id and l.id = u.listing_id
    join placements p on p.district_id = l.district_id and p.id = l.placement_id
    left join seat_holds h on h.school_id = e.school_id and h.pursuit_id = e.pursuit_id
    left join placement_days d on d.district_id = p.district_id and d.placement_id = p.id and d.weekday = h.weekday
    where e.school_id = ${schoolId} and e.pursuit_id = any(${[...pursuitIds]}::uuid[]) and e.state = 'active'
      and (e.ends_on is null or e.ends_on >= ${on}::date)
    order by e.pursuit_id, h.weekday, h.seat_no`.execute(tx);
  return rows;
}
