import { civilDate } from "~/clock";
import type { Actor } from "~/domain/actor";
import { done, type Outcome, refused } from "~/domain/outcome";
import { mayDecidePursuits } from "~/domain/pursuit/policy";
import type { VisitKind } from "~/domain/visit/visit-gates";
import type { VisitHours } from "~/domain/visit/when";
import { type AdvanceRefusal, advance } from "~/lifecycle.server";
import { visitNotices } from "~/steps/tell-visit.server";
import { openVisitGates } from "~/steps/visit-gates.server";
import type { Wiring } from "~/wiring";
import { recordAct } from "~db/audit.server";
import { lockPursuit } from "~db/pursuits.server";
import { getSchool } from "~db/schools.server";
import { withScope } from "~db/scope.server";
import { insertVisit, listVisits } from "~db/visits.server";
import { HOST_KNOWS, readVisitTime, type VisitTimeRefusal } from "./visit-time.server";

export interface VisitPlan extends VisitHours {
  pursuitId: string;
  kind: VisitKind;
  /** Where to meet, in words that student, family and host read. */
  place: string;
}

export type PlanVisitRefusal = AdvanceRefusal | VisitTimeRefusal | "not_contacted";

/**
 * A coordinator plans an interview or shadow day within a pursuit whose host knows of the student. With every gate of such a visit
 * closed it is dated at once, and student, host and family get it into their calendars; otherwise it waits, unseen by them, for
 * what is open. The same plan sent twice is one visit.
 */
export async function planVisit(
  wiring: Wiring,
  actor: Actor,
  plan: VisitPlan,
): Promise<Outcome<{ visitId: string; state: "dated" | "proposed" }, PlanVisitRefusal>> {
  if (actor.kind !== "staff" || !mayDecidePursuits(actor)) return refused("not_permitted");
  const { schoolId } = actor;
  const { pursuitId, kind, place } = plan;
  const now = wiring.clock.now();
  return withScope(wiring, actor, async (tx) => {
    const pursuit = await lockPursuit(tx, { schoolId, pursuitId });
    if (!pursuit) return refused("not_found");
    if (!HOST_KNOWS.includes(pursuit.state)) return refused("not_contacted");
    const time = await readVisitTime(tx, { schoolId, studentId: pursuit.student_id, hours: plan, visitId: null, now });
    const same = (await listVisits(tx, { schoolId, pursuitId })).find(
      (visit) =>
        visit.kind === kind &&
        (visit.state === "dated" || visit.state === "proposed") &&
        visit.starts_at !== null &&
        new Date(visit.starts_at).getTime() === time.startsMs,
    );
    if (same) return done({ visitId: same.id, state: same.state as "dated" | "proposed" });
    if (!time.ok) return time;
    const { startsAt, endsAt } = time.value;
    const entryHost = new URL(wiring.env.origin).hostname;
    const visitId = await insertVisit(tx, { schoolId, pursuitId, kind, startsAt, endsAt, place, entryHost, now });
    await recordAct(tx, { actor, noun: "visit", nounId: visitId, transition: "propose", to: "proposed", now });
    const on = civilDate(now, (await getSchool(tx, schoolId)).time_zone);
    const open = await openVisitGates(tx, wiring, { actor, pursuit, kind, day: plan.day, on, now });
    if (open.length > 0) return done({ visitId, state: "proposed" });
    const visit = {
      ...{ id: visitId, kind, state: "dated", starts_at: startsAt, ends_at: endsAt, place, sequence: 0 },
      ...{ told_mentor_id: null, host_changes: 0, entry_host: entryHost },
    };
    const moved = await advance(tx, {
      ...{ actor, noun: "visit", id: visitId, move: "date", met: ["gates_before_visit"], now },
      notices: visitNotices(tx, { wiring, pursuit, visit, event: "dated", now }),
    });
    return moved.ok ? done({ visitId, state: "dated" }) : moved;
  });
}
