import type { LinkActor } from "~/domain/actor";
import { done, type Outcome, refused } from "~/domain/outcome";
import type { Wiring } from "~/wiring";
import { findMentor } from "~db/people.server";
import { getSchool } from "~db/schools.server";
import { withScope } from "~db/scope.server";
import { listAskedListings } from "~db/still-open.server";

export interface StillOpenQuestion {
  school: { name: string };
  /** What waits for an answer. Put away is what nobody answered for in time. */
  listings: { id: string; title: string; isPutAway: boolean }[];
}

/** What the bearer of a link is asked about: which of their placements are still open at the school. */
export async function openStillOpen(
  wiring: Wiring,
  actor: LinkActor,
): Promise<Outcome<StillOpenQuestion, "not_found">> {
  const { schoolId, districtId, personId: mentorId } = actor;
  // The bearer, not the subject: two rows of one mentor may have become one since.
  if (actor.linkKind !== "still-open" || mentorId === null) return refused("not_found");
  return withScope(wiring, actor, async (tx) => {
    const mentor = await findMentor(tx, { districtId, mentorId });
    if (!mentor || mentor.suspended_at !== null) return refused("not_found");
    const school = await getSchool(tx, schoolId);
    const listings = await listAskedListings(tx, { schoolId, mentorId });
    return done({
      school: { name: school.name },
      listings: listings.map(({ id, title, state }) => ({ id, title, isPutAway: state === "archived" })),
    });
  });
}
