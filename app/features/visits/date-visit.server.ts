import type { Actor } from "~/domain/actor";
import { done, type Outcome, refused } from "~/domain/outcome";
import { mayDecidePursuits } from "~/domain/pursuit/policy";
import type { VisitKind } from "~/domain/visit/visit-gates";
import type { VisitHours } from "~/domain/visit/when";
import { type AdvanceRefusal, advance } from "~/lifecycle.server";
import { visitNotices } from "~/steps/tell-visit.server";
import { listOpenVisitGates } from "~/steps/visit-gates.server";
import type { Wiring } from "~/wiring";
import { recordAct } from "~db/audit.server";
import { lockPursuit } from "~db/pursuits.server";
import { withScope } from "~db/scope.server";
import { findPursuitOfVisit, listVisits, putVisitTime } from "~db/visits.server";
import { HOST_KNOWS, readVisitTime, type VisitTimeRefusal } from "./visit-time.server";

export interface VisitDate extends VisitHours {
  visitId: string;
  place: string;
}

export type DateVisitRefusal = AdvanceRefusal | VisitTimeRefusal | "not_contacted";

/**
 * A coordinator dates a visit that waited, or gives a dated one another time or place. While a gate is open a proposed one keeps
 * the new time and goes on waiting, and a dated one stays as it is.
 */
export async function dateVisit(
  wiring: Wiring,
  actor: Actor,
  { visitId, place, ...hours }: VisitDate,
): Promise<Outcome<{ state: "dated" | "proposed" }, DateVisitRefusal>> {
  if (actor.kind !== "staff" || !mayDecidePursuits(actor)) return refused("not_permitted");
  const { schoolId } = actor;
  const now = wiring.clock.now();
  return withScope(wiring, actor, async (tx) => {
    const pursuitId = await findPursuitOfVisit(tx, { schoolId, visitId });
    const pursuit = pursuitId && (await lockPursuit(tx, { schoolId, pursuitId }));
    if (!pursuitId || !pursuit) return refused("not_found");
    const before = (await listVisits(tx, { schoolId, pursuitId })).find(({ id }) => id === visitId);
    if (!before) return refused("not_found");
    if (!HOST_KNOWS.includes(pursuit.state)) return refused("not_contacted");
    const time = await readVisitTime(tx, { schoolId, studentId: pursuit.student_id, hours, visitId, now });
    if (!time.ok) return time;
    const { startsAt, endsAt } = time.value;
    const open = await listOpenVisitGates(tx, { pursuit, kind: before.kind as VisitKind, day: hours.day });
    const sequence = before.state === "dated" ? before.sequence + 1 : before.sequence;
    const put = { schoolId, visitId, startsAt, endsAt, place, sequence };
    if (before.state === "proposed" && open.length > 0) {
      await putVisitTime(tx, put);
      return done({ state: "proposed" });
    }
    const visit = { ...before, state: "dated", starts_at: startsAt, ends_at: endsAt, place, sequence };
    if (before.state === "dated") {
      if (open.length > 0) return refused("still_needed", { missing: "gates_before_visit" });
      await putVisitTime(tx, put);
      await recordAct(tx, { actor, noun: "visit", nounId: visitId, transition: "move", now });
      for (const tell of Object.values(visitNotices(tx, { wiring, pursuit, visit, event: "moved", now }))) await tell();
      return done({ state: "dated" });
    }
    const moved = await advance(tx, {
      ...{ actor, noun: "visit", id: visitId, move: "date", met: ["gates_before_visit"], now },
      notices: visitNotices(tx, { wiring, pursuit, visit, event: "dated", now }),
      set: { starts_at: startsAt, ends_at: endsAt, place },
    });
    return moved.ok ? done({ state: "dated" }) : moved;
  });
}
