import { civilDate } from "~/clock";
import type { Actor } from "~/domain/actor";
import { done, type Outcome, refused } from "~/domain/outcome";
import { mayKeepPeople } from "~/domain/people/policy";
import { endCoverNow } from "~/steps/end-cover-now.server";
import { joinAdvisory } from "~/steps/join-advisory.server";
import type { Wiring } from "~/wiring";
import { giveAdvisory, listAdvisories } from "~db/advisories.server";
import { listCovers, lockAdvisory } from "~db/advisory-covers.server";
import { recordAct } from "~db/audit.server";
import { findStudent } from "~db/people.server";
import { lockPeople } from "~db/person-changes.server";
import { listStaff } from "~db/safeguarding-leads.server";
import { getSchool } from "~db/schools.server";
import { withScope } from "~db/scope.server";

type SetRefusal = "not_permitted" | "not_found" | "no_advisory";

/** A student is in this advisory from today on, and in no other. */
export async function setAdvisory(
  wiring: Wiring,
  actor: Actor,
  { studentId, advisoryId }: { studentId: string; advisoryId: string | null },
): Promise<Outcome<null, SetRefusal>> {
  if (!mayKeepPeople(actor)) return refused("not_permitted");
  const { schoolId } = actor;
  const now = wiring.clock.now();
  return withScope(wiring, actor, async (tx) => {
    if (!(await findStudent(tx, { schoolId, studentId }))) return refused("not_found");
    const advisories = await listAdvisories(tx, { schoolId });
    if (advisoryId && !advisories.some(({ id }) => id === advisoryId)) return refused("no_advisory");
    const { time_zone: timeZone } = await getSchool(tx, schoolId);
    await joinAdvisory(tx, { actor, studentId, advisoryId, timeZone, now });
    return done(null);
  });
}

/**
 * Another member of staff has an advisory with all its students. Covers that were given before end: the new advisor has asked
 * nobody to read theirs.
 */
export async function handOnAdvisory(
  wiring: Wiring,
  actor: Actor,
  { advisoryId, advisorId }: { advisoryId: string; advisorId: string },
): Promise<Outcome<null, SetRefusal>> {
  if (!mayKeepPeople(actor)) return refused("not_permitted");
  const { schoolId } = actor;
  const now = wiring.clock.now();
  return withScope(wiring, actor, async (tx) => {
    // Whoever goes into a colleague at this moment goes first: nobody who went is handed students.
    await lockPeople(tx, { schoolId });
    const on = civilDate(now, (await getSchool(tx, schoolId)).time_zone);
    const staff = await listStaff(tx, { schoolId, on });
    if (!staff.some(({ personId }) => personId === advisorId)) return refused("not_found");
    const advisory = await lockAdvisory(tx, { schoolId, advisoryId });
    if (!advisory) return refused("no_advisory");
    // A second press must not end the covers that the new advisor has given since.
    if (advisory.advisor_id === advisorId) return done(null);
    await giveAdvisory(tx, { schoolId, advisoryId, advisorId });
    const act = { actor, noun: "advisory", nounId: advisoryId, transition: "hand_on", now };
    await recordAct(tx, { ...act, reason: advisorId });
    for (const cover of await listCovers(tx, { schoolId, on }))
      if (cover.advisory_id === advisoryId) await endCoverNow(tx, wiring, { actor, cover, today: on, now });
    return done(null);
  });
}
