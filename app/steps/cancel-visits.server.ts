import type { SchoolActor } from "~/domain/actor";
import type { VisitKind } from "~/domain/visit/visit-gates";
import { advance } from "~/lifecycle.server";
import type { Wiring } from "~/wiring";
import type { PursuitFacts } from "~db/pursuits.server";
import type { ScopeTx } from "~db/scope.server";
import { listComingVisits, type Visit } from "~db/visits.server";
import { visitNotices } from "./tell-visit.server";
import { gatesOf } from "./visit-gates.server";

interface Cancelling {
  actor: SchoolActor;
  pursuit: PursuitFacts;
  reason: string;
  now: Date;
}

/** Takes one coming visit off: everybody who was told of it is told, and their calendars forget it. The student is locked. */
export async function cancelVisit(
  tx: ScopeTx,
  wiring: Wiring,
  { actor, pursuit, visit, reason, now }: Cancelling & { visit: Visit },
) {
  const proposed = visit.state === "proposed";
  const act = { reason };
  if (proposed)
    return advance(tx, { actor, noun: "visit", id: visit.id, move: "drop", met: [], notices: {}, act, now });
  const sequence = visit.sequence + 1;
  const news = { wiring, pursuit, visit: { ...visit, sequence }, event: "cancelled", now } as const;
  return advance(tx, {
    ...{ actor, noun: "visit", id: visit.id, move: "cancel", met: [], act, now },
    notices: visitNotices(tx, news),
    set: { sequence },
  });
}

/** A pursuit has ended: no visit of it is still to come. One that has begun stays as it is. */
export async function cancelComingVisits(tx: ScopeTx, wiring: Wiring, ending: Cancelling): Promise<void> {
  for (const visit of await listComing(tx, ending))
    await cancelVisit(tx, wiring, { ...ending, actor: systemFor(ending), visit });
}

interface Holding extends Cancelling {
  gate: string;
  /** Whether a visit that needs the gate takes place all the same; none does where it is left out. */
  isGoodWithout?: (visit: Visit) => Promise<boolean>;
}

/** A gate is open again: no visit that needs it takes place. Answers how many were taken off. */
export async function cancelVisitsBehind(
  tx: ScopeTx,
  wiring: Wiring,
  { gate, isGoodWithout, ...holding }: Holding,
): Promise<number> {
  let count = 0;
  for (const visit of await listComing(tx, holding)) {
    const needed = await gatesOf(tx, { pursuit: holding.pursuit, kind: visit.kind as VisitKind });
    if (visit.state !== "dated" || !needed.some(({ kind }) => kind === gate)) continue;
    if (await isGoodWithout?.(visit)) continue;
    await cancelVisit(tx, wiring, { ...holding, actor: systemFor(holding), visit });
    count += 1;
  }
  return count;
}

function listComing(tx: ScopeTx, { pursuit, now }: Cancelling) {
  const { school_id: schoolId, pursuit_id: pursuitId } = pursuit;
  return listComingVisits(tx, { schoolId, pursuitIds: [pursuitId], states: ["proposed", "dated"], now });
}

function systemFor({ actor }: Cancelling): SchoolActor {
  return { kind: "system", job: "visits", schoolId: actor.schoolId, districtId: actor.districtId };
}
