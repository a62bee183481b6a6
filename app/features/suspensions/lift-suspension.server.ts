import type { Actor, StaffActor } from "~/domain/actor";
import { done, type Outcome, refused } from "~/domain/outcome";
import { inDistrictSchools } from "~/steps/in-district-schools.server";
import { resumeAtSchool } from "~/steps/resume-at-school.server";
import type { Wiring } from "~/wiring";
import { recordAct } from "~db/audit.server";
import { lockLedByMentor } from "~db/led-by-mentor.server";
import { type ScopeTx, throughIdentity, withScope } from "~db/scope.server";
import {
  endSuspension,
  findStandingSuspension,
  insertReason,
  lockMentor,
  resumeMemberships,
  writeSuspendedAt,
} from "~db/suspensions.server";
import { findMeant, findSafeguarder } from "./may-suspend.server";
import type { SuspensionWish } from "./suspend-mentor.server";

export type LiftRefusal = "not_permitted" | "not_found" | "reason_missing" | "other_school";

/**
 * The school that suspended a mentor ends it, with a sealed reason, in one transaction: what was paused comes back where its
 * dates and gates still allow, staff read what does not, and the mentor may sign in again. Links in old mails stay dead. A second
 * click changes nothing.
 */
export async function liftSuspension(
  wiring: Wiring,
  actor: Actor,
  { mentorId: namedId, reason }: SuspensionWish,
): Promise<Outcome<null, LiftRefusal>> {
  if (actor.kind !== "staff") return refused("not_permitted");
  const { schoolId, districtId } = actor;
  const now = wiring.clock.now();
  return withScope(wiring, actor, async (tx): Promise<Outcome<null, LiftRefusal>> => {
    const { mentorId, same } = await findMeant(tx, actor, namedId);
    if (!(await findSafeguarder(tx, actor, { same, now }))) return refused("not_permitted");
    const standing = await findStandingSuspension(tx, { districtId, mentorId });
    if (!standing) return refused("not_found");
    if (standing.by_school_id !== schoolId) return refused("other_school");
    if (reason.trim() === "") return refused("reason_missing");
    await lift(tx, wiring, { actor, mentorId, reason: reason.trim(), same, now });
    return done(null);
  });
}

interface Lifting extends SuspensionWish {
  actor: StaffActor;
  same: readonly string[];
  now: Date;
}

async function lift(tx: ScopeTx, wiring: Wiring, { actor, mentorId, reason, same, now }: Lifting): Promise<void> {
  const { schoolId, districtId } = actor;
  const led = await inDistrictSchools(tx, { staff: actor, job: "lift-suspension" }, (here) =>
    lockLedByMentor(tx, { schoolId: here.schoolId, mentorId }),
  );
  await lockMentor(tx, { districtId, mentorId });
  const standing = await findStandingSuspension(tx, { districtId, mentorId });
  if (!standing) return;
  const sealed = { schoolId, districtId, suspensionId: standing.id, what: "lifted", body: reason } as const;
  await insertReason(tx, { ...sealed, writtenBy: actor.personId, notFor: same, now });
  await endSuspension(tx, { districtId, suspensionId: standing.id, now });
  await writeSuspendedAt(tx, { districtId, mentorId, at: null });
  await throughIdentity(tx, (identity) => resumeMemberships(identity, { districtId, mentorId }));
  const of = { suspensionId: standing.id, since: new Date(standing.suspended_at), now };
  await inDistrictSchools(tx, { staff: actor, job: "lift-suspension" }, async (here) => {
    const ledHere = led.get(here.schoolId);
    if (ledHere) await resumeAtSchool(tx, wiring, { actor: here, led: ledHere, ...of });
  });
  await recordAct(tx, { actor, noun: "mentor", nounId: mentorId, transition: "lift_suspension", now });
}
