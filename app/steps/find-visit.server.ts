import type { Actor, SchoolActor } from "~/domain/actor";
import { mayDecidePursuits } from "~/domain/pursuit/policy";
import type { Wiring } from "~/wiring";
import { lockPursuit, type PursuitFacts } from "~db/pursuits.server";
import type { ScopeTx } from "~db/scope.server";
import { listVisits, type Visit } from "~db/visits.server";
import { findHost } from "./find-host.server";
import { findMentorSeat } from "./lead-seat.server";

/** As whom somebody acts on a visit of a pursuit: staff who decide, the student, or the host who knows of the student. */
export async function findVisitActor(
  wiring: Wiring,
  actor: Actor,
  pursuitId: string,
): Promise<SchoolActor | "not_permitted" | "not_found"> {
  if (actor.kind === "staff") return mayDecidePursuits(actor) ? actor : "not_permitted";
  if (actor.kind === "student") return actor;
  if (actor.kind === "mentor" || actor.kind === "link") {
    const found = await findHost(wiring, actor, pursuitId);
    return found?.disclosure ? found.host : "not_found";
  }
  return "not_permitted";
}

/**
 * The visit with its pursuit, whose student is locked; undefined for a pursuit that is not the actor's, and for somebody of the host
 * who reads no days (`findMentorSeat`).
 */
export async function lockVisit(
  tx: ScopeTx,
  { as, pursuitId, visitId }: { as: SchoolActor; pursuitId: string; visitId: string },
): Promise<{ pursuit: PursuitFacts; visit: Visit } | undefined> {
  const { schoolId } = as;
  const pursuit = await lockPursuit(tx, { schoolId, pursuitId });
  if (!pursuit) return undefined;
  if (as.kind === "student" && as.personId !== pursuit.student_id) return undefined;
  if (as.kind === "mentor" || as.kind === "link") {
    if (as.organisationId !== pursuit.organisation_id) return undefined;
    const mentorId = as.kind === "mentor" ? as.mentorId : as.personId;
    if ((await findMentorSeat(tx, pursuit, mentorId)) !== "seated") return undefined;
  }
  const visit = (await listVisits(tx, { schoolId, pursuitId })).find(({ id }) => id === visitId);
  // Of one that is only proposed nobody but staff has heard.
  if (!visit || (as.kind !== "staff" && visit.state === "proposed")) return undefined;
  return { pursuit, visit };
}
