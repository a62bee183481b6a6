import { type NextStep, nextStep, type WhoActs } from "~/domain/pursuit/next-step";
import { isHeld, shownState } from "~/domain/pursuit/shown-state";
import { listStandings } from "~db/pursuit-standing.server";
import type { PursuitFacts } from "~db/pursuits.server";
import type { ScopeTx } from "~db/scope.server";
import { listComingVisits } from "~db/visits.server";

/** What comes next with a pursuit, for a line of somebody's page. */
export interface ComingStep {
  step: NextStep;
  by: WhoActs;
  /** The next interview or shadow day that is dated: where and when, so only for who may know it. */
  visit: { kind: string; startsAt: string; endsAt: string; place: string } | null;
}

interface Asked {
  schoolId: string;
  pursuits: readonly PursuitFacts[];
  /** Students who consent for themselves. */
  alone: ReadonlySet<string>;
  /** Whose visits the reader may know of; of the others none counts. Left out, everybody's. */
  whereaboutsOf?: ReadonlySet<string>;
  now: Date;
}

/** What comes next with each of some pursuits. Nobody goes to a place that is paused, so a visit of one is none. */
export async function findNextSteps(
  tx: ScopeTx,
  { schoolId, pursuits, alone, whereaboutsOf, now }: Asked,
): Promise<(pursuit: PursuitFacts) => ComingStep> {
  const pursuitIds = pursuits.map(({ pursuit_id }) => pursuit_id);
  const standings = await listStandings(tx, { schoolId, pursuitIds });
  const known = pursuits.filter(({ student_id }) => whereaboutsOf?.has(student_id) ?? true);
  const visits = await listComingVisits(tx, {
    ...{ schoolId, states: ["dated"], now },
    pursuitIds: known.map(({ pursuit_id }) => pursuit_id),
  });
  return (pursuit) => {
    const isPaused = isHeld(pursuit);
    const visit = isPaused ? undefined : visits.find(({ pursuit_id }) => pursuit_id === pursuit.pursuit_id);
    const { openGates = [], engagement = null, isAsked = false } = standings.get(pursuit.pursuit_id) ?? {};
    const state = shownState({ state: pursuit.state, isPaused });
    const decidesAlone = alone.has(pursuit.student_id);
    return {
      ...nextStep({ state, openGates, engagement, isAsked, hasVisit: visit !== undefined, decidesAlone }),
      visit:
        visit?.starts_at && visit.ends_at
          ? { kind: visit.kind, startsAt: visit.starts_at, endsAt: visit.ends_at, place: visit.place }
          : null,
    };
  };
}
