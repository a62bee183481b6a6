import { civilDate } from "~/clock";
import type { Actor } from "~/domain/actor";
import { type CoverDaysFault, faultOfCoverDays, mayGiveCover } from "~/domain/advisory/cover";
import { done, type Outcome, refused } from "~/domain/outcome";
import { tellOfCover } from "~/steps/tell-of-cover.server";
import type { Wiring } from "~/wiring";
import { insertCover, listCoversWithin, lockAdvisory } from "~db/advisory-covers.server";
import { recordAct } from "~db/audit.server";
import { lockPeople } from "~db/person-changes.server";
import { listStaff } from "~db/safeguarding-leads.server";
import { getSchool } from "~db/schools.server";
import { withScope } from "~db/scope.server";

export type GiveCoverRefusal =
  | CoverDaysFault
  | "not_permitted"
  | "not_found"
  | "not_staff"
  | "own_advisory"
  | "covers_already";

export interface CoverPlan {
  advisoryId: string;
  /** Who covers. */
  personId: string;
  /** First and last day, both counted (YYYY-MM-DD). */
  from: string;
  to: string;
}

/**
 * A colleague covers an advisory for some days: on those, and on no other, they read what its advisor reads. They have to be on
 * the staff on the first and the last day. The same cover sent twice is one.
 */
export async function giveCover(
  wiring: Wiring,
  actor: Actor,
  { advisoryId, personId, from, to }: CoverPlan,
): Promise<Outcome<{ coverId: string }, GiveCoverRefusal>> {
  if (actor.kind !== "staff") return refused("not_permitted");
  const { schoolId } = actor;
  const now = wiring.clock.now();
  return withScope(wiring, actor, async (tx) => {
    await lockPeople(tx, { schoolId });
    const advisory = await lockAdvisory(tx, { schoolId, advisoryId });
    if (!advisory) return refused("not_found");
    if (!mayGiveCover(actor, { advisorId: advisory.advisor_id })) return refused("not_found");
    if (advisory.advisor_id === personId) return refused("own_advisory");
    const fault = faultOfCoverDays({ from, to }, civilDate(now, (await getSchool(tx, schoolId)).time_zone));
    if (fault) return refused(fault);
    for (const on of [from, to])
      if (!(await listStaff(tx, { schoolId, on })).some((member) => member.personId === personId))
        return refused("not_staff");
    const cover = { schoolId, advisoryId, coverId: personId, from, to };
    const [beside] = await listCoversWithin(tx, cover);
    if (beside && beside.from_on === from && beside.to_on === to) return done({ coverId: beside.id });
    if (beside) return refused("covers_already");
    const coverId = await insertCover(tx, cover);
    const act = { actor, noun: "advisory", nounId: advisoryId, transition: "give_cover", now };
    await recordAct(tx, { ...act, onBehalfOf: advisory.advisor_id, to: `${from}/${to}`, reason: personId });
    const told = { id: coverId, advisory: advisory.name, advisorId: advisory.advisor_id, personId, from, to };
    await tellOfCover(tx, wiring, { actor, event: "given", cover: told, now });
    return done({ coverId });
  });
}
