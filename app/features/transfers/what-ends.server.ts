import { LIVE_STATES } from "~/domain/pursuit/lifecycle";
import { countRunningEngagements } from "~db/engagements.server";
import { listComingMeetings } from "~db/meetings.server";
import { findAdvisoryOf } from "~db/person-page.server";
import { listPursuits } from "~db/pursuits.server";
import type { ScopeTx } from "~db/scope.server";
import { listComingVisits } from "~db/visits.server";

interface Asked {
  schoolId: string;
  studentId: string;
  on: string;
  now: Date;
}

/** What ends at the school when a student leaves it (`leaveSchool`), by its number. */
export async function whatEnds(tx: ScopeTx, { schoolId, studentId, on, now }: Asked) {
  const pursuits = await listPursuits(tx, { schoolId, studentId, states: LIVE_STATES });
  const pursuitIds = pursuits.map(({ pursuit_id }) => pursuit_id);
  const visits = await listComingVisits(tx, { schoolId, pursuitIds, states: ["proposed", "dated"], now });
  const meetings = await listComingMeetings(tx, { schoolId, studentIds: [studentId], now });
  return {
    pursuits: pursuits.length,
    visits: visits.length,
    meetings: meetings.length,
    conversations: pursuits.filter(({ contacted_at }) => contacted_at !== null).length,
    advisory: (await findAdvisoryOf(tx, { schoolId, studentId, on }))?.name ?? null,
    /** These have to end before the last day. */
    internships: await countRunningEngagements(tx, { schoolId, studentId }),
  };
}
