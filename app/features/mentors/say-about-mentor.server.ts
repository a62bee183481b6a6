import type { Actor } from "~/domain/actor";
import { type AboutMentor, isSayable, saysTheSame } from "~/domain/mentor/about-mentor";
import { done, type Outcome, refused } from "~/domain/outcome";
import { mayReviewListings } from "~/domain/placement/policy";
import type { Wiring } from "~/wiring";
import { recordAct } from "~db/audit.server";
import { findListing } from "~db/listings.server";
import { lockAboutMentor, writeAboutMentor } from "~db/mentor-about.server";
import { withScope } from "~db/scope.server";

export interface AboutForMentor {
  /** A listing of the school that the mentor leads. */
  listingId: string;
  mentorId: string;
  about: AboutMentor;
  /** The revision that the form was opened with. */
  seen: number;
  /** Why; the mentor reads it. */
  reason: string;
}

/**
 * A coordinator says for a mentor who leads a listing of the school what the mentor likes, speaks and how many years they have
 * had students, as when the mentor said so on the phone. The mentor reads it with the school and the reason, and may say
 * something else. What was said since the form was opened is not overwritten (`changed_before`), and
 * what one mentor said is kept for no other one who leads the listing by now (`other_lead`). The same form sent twice is
 * kept once.
 */
export async function sayAboutMentor(
  wiring: Wiring,
  actor: Actor,
  { listingId, mentorId, about, seen, reason }: AboutForMentor,
): Promise<
  Outcome<null, "not_permitted" | "reason_missing" | "not_valid" | "not_found" | "changed_before" | "other_lead">
> {
  if (actor.kind !== "staff" || !mayReviewListings(actor)) return refused("not_permitted");
  const { schoolId, districtId } = actor;
  const why = reason.trim();
  if (why === "") return refused("reason_missing");
  if (!isSayable(about)) return refused("not_valid");
  return withScope(wiring, actor, async (tx) => {
    const leadId = (await findListing(tx, { schoolId, listingId }))?.lead_mentor_id;
    if (!leadId) return refused("not_found");
    if (leadId !== mentorId) return refused("other_lead");
    const before = await lockAboutMentor(tx, { districtId, mentorId });
    if (!before) return refused("not_found");
    if (before.revision !== seen) {
      const isOwn = before.bySchoolId === schoolId && before.reason === why;
      return isOwn && saysTheSame(before.about, about) ? done(null) : refused("changed_before");
    }
    await writeAboutMentor(tx, { districtId, mentorId, about, revision: seen + 1, bySchoolId: schoolId, reason: why });
    const act = { actor, noun: "mentor", nounId: mentorId, transition: "about" };
    await recordAct(tx, { ...act, evidence: `listing ${listingId}`, reason: why, now: wiring.clock.now() });
    return done(null);
  });
}
