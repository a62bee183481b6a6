import { civilDate } from "~/clock";
import type { Actor } from "~/domain/actor";
import { mayGiveCover } from "~/domain/advisory/cover";
import { done, refused } from "~/domain/outcome";
import type { Wiring } from "~/wiring";
import { listAdvisories } from "~db/advisories.server";
import { listCovers } from "~db/advisory-covers.server";
import { listStaff } from "~db/safeguarding-leads.server";
import { getSchool } from "~db/schools.server";
import { withScope } from "~db/scope.server";

/** The covers that the actor gives or does, present and coming, and what it takes to give another one. */
export async function openCovers(wiring: Wiring, actor: Actor) {
  if (actor.kind !== "staff") return refused("not_permitted");
  const { schoolId, personId } = actor;
  return withScope(wiring, actor, async (tx) => {
    const school = await getSchool(tx, schoolId);
    const today = civilDate(wiring.clock.now(), school.time_zone);
    const advisories = await listAdvisories(tx, { schoolId });
    const covers = await listCovers(tx, { schoolId, on: today });
    const own = advisories.filter(({ advisor_id: advisorId }) => mayGiveCover(actor, { advisorId }));
    const staff = await listStaff(tx, { schoolId, on: today });
    return done({
      today,
      advisories: own.map(({ id, name, advisor_name: advisor }) => ({ id, name, advisor })),
      // Who may give no cover has no use for the names of all colleagues.
      colleagues: own.length === 0 ? [] : staff.map(({ personId: id, fullName: name }) => ({ id, name })),
      covers: covers
        .map((cover) => ({
          id: cover.id,
          advisory: cover.advisory_name,
          advisor: cover.advisor_name,
          name: cover.cover_name,
          from: cover.from_on,
          to: cover.to_on,
          isOwn: cover.cover_id === personId,
          mayEnd: mayGiveCover(actor, { advisorId: cover.advisor_id }),
        }))
        .filter(({ isOwn, mayEnd }) => isOwn || mayEnd),
    });
  });
}
