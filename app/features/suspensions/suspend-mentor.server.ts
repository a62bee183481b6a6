import type { Actor, StaffActor } from "~/domain/actor";
import { done, type Outcome, refused } from "~/domain/outcome";
import { inDistrictSchools } from "~/steps/in-district-schools.server";
import { pauseAtSchool } from "~/steps/pause-at-school.server";
import type { Wiring } from "~/wiring";
import { recordAct } from "~db/audit.server";
import { lockLedByMentor } from "~db/led-by-mentor.server";
import { findMentor } from "~db/people.server";
import { getSchool } from "~db/schools.server";
import { type ScopeTx, throughIdentity, withScope } from "~db/scope.server";
import {
  findStandingSuspension,
  insertReason,
  insertSuspension,
  lockMentor,
  suspendMemberships,
  writeSuspendedAt,
} from "~db/suspensions.server";
import { findMeant, findSafeguarder } from "./may-suspend.server";

export interface SuspensionWish {
  mentorId: string;
  reason: string;
}

export type SuspendRefusal = "not_permitted" | "not_found" | "reason_missing";

/**
 * A safeguarding lead or an admin suspends a mentor in every school of the district, in one transaction: what they lead is
 * paused with what it was before, their links, sessions and waiting mails end, and staff of each school read whom to call. The
 * mentor is told by nobody but the lead. The reason is sealed. A second click, or a second lead, changes nothing.
 */
export async function suspendMentor(
  wiring: Wiring,
  actor: Actor,
  { mentorId: namedId, reason }: SuspensionWish,
): Promise<Outcome<null, SuspendRefusal>> {
  if (actor.kind !== "staff") return refused("not_permitted");
  const { districtId } = actor;
  const now = wiring.clock.now();
  const outcome = await withScope(
    wiring,
    actor,
    async (tx): Promise<Outcome<"suspended" | "merged", SuspendRefusal>> => {
      const { mentorId, same } = await findMeant(tx, actor, namedId);
      if (!(await findSafeguarder(tx, actor, { same, now }))) return refused("not_permitted");
      if (!(await findMentor(tx, { districtId, mentorId }))) return refused("not_found");
      if (reason.trim() === "") return refused("reason_missing");
      return done(await suspend(tx, { actor, mentorId, reason: reason.trim(), same, now }));
    },
  );
  if (!outcome.ok) return outcome;
  // Nothing was written: the mentor went into another one meanwhile, whom the id means now.
  return outcome.value === "merged" ? suspendMentor(wiring, actor, { mentorId: namedId, reason }) : done(null);
}

interface Suspending extends SuspensionWish {
  actor: StaffActor;
  same: readonly string[];
  now: Date;
}

/** Answers "merged", and writes nothing, where the mentor has gone into another one until the lock was there. */
async function suspend(
  tx: ScopeTx,
  { actor, mentorId, reason, same, now }: Suspending,
): Promise<"suspended" | "merged"> {
  const { schoolId, districtId } = actor;
  const led = await inDistrictSchools(tx, { staff: actor, job: "suspend-mentor" }, (here) =>
    lockLedByMentor(tx, { schoolId: here.schoolId, mentorId }),
  );
  await lockMentor(tx, { districtId, mentorId });
  if ((await findMeant(tx, actor, mentorId)).mentorId !== mentorId) return "merged";
  if (await findStandingSuspension(tx, { districtId, mentorId })) return "suspended";
  const suspensionId = await insertSuspension(tx, { districtId, mentorId, schoolId, now });
  const sealed = { schoolId, districtId, suspensionId, what: "suspended", body: reason } as const;
  await insertReason(tx, { ...sealed, writtenBy: actor.personId, notFor: same, now });
  await writeSuspendedAt(tx, { districtId, mentorId, at: now });
  const ask = await getSchool(tx, schoolId);
  await inDistrictSchools(tx, { staff: actor, job: "suspend-mentor" }, async (here) => {
    const ledHere = led.get(here.schoolId);
    if (ledHere) await pauseAtSchool(tx, { actor: here, mentorId, suspensionId, led: ledHere, ask, now });
  });
  await throughIdentity(tx, (identity) => suspendMemberships(identity, { districtId, mentorId, now }));
  await recordAct(tx, { actor, noun: "mentor", nounId: mentorId, transition: "suspend", now });
  return "suspended";
}
