import type { Actor } from "~/domain/actor";
import { done, refused } from "~/domain/outcome";
import type { Wiring } from "~/wiring";
import { findMentor } from "~db/people.server";
import { getSchool } from "~db/schools.server";
import { withScope } from "~db/scope.server";
import { findStandingSuspension, listReasons } from "~db/suspensions.server";
import { findMeant, findSafeguarder } from "./may-suspend.server";

/**
 * Whether a mentor of the district is suspended, since when, and which school to ask, for all staff. Why is read by the leads of
 * the school that did it.
 */
export async function openMentorSafety(wiring: Wiring, actor: Actor, { mentorId: namedId }: { mentorId: string }) {
  if (actor.kind !== "staff") return refused("not_permitted");
  const { schoolId, districtId } = actor;
  const now = wiring.clock.now();
  return withScope(wiring, actor, async (tx) => {
    const { mentorId, same } = await findMeant(tx, actor, namedId);
    const mentor = await findMentor(tx, { districtId, mentorId });
    if (!mentor) return refused("not_found");
    const safeguarder = await findSafeguarder(tx, actor, { same, now });
    const standing = await findStandingSuspension(tx, { districtId, mentorId });
    const own = safeguarder ? await listReasons(tx, { schoolId, mentorId }) : [];
    const readable = own.filter(({ not_for }) => safeguarder?.self.isLead && !not_for.includes(actor.personId));
    const { time_zone: timeZone } = await getSchool(tx, schoolId);
    return done({
      name: mentor.full_name,
      maySuspend: safeguarder !== null,
      suspended: standing
        ? {
            at: standing.suspended_at,
            isOurs: standing.by_school_id === schoolId,
            schoolName: standing.name,
            helpName: standing.help_name,
            helpPhone: standing.help_phone,
          }
        : null,
      reasons: readable.map(({ what, body, written_at, full_name }) => ({
        what,
        body,
        at: written_at,
        by: full_name ?? "",
      })),
      timeZone,
    });
  });
}
