import type { Actor } from "~/domain/actor";
import { done, type Outcome, refused } from "~/domain/outcome";
import { mayReviewListings } from "~/domain/placement/policy";
import type { Wiring } from "~/wiring";
import { recordAct } from "~db/audit.server";
import { findListing } from "~db/listings.server";
import { setStudentsAtOnceFor } from "~db/mentor-capacity.server";
import { withScope } from "~db/scope.server";

export interface AtOnceForMentor {
  /** A listing of the school: its lead mentor is meant. */
  listingId: string;
  /** Null leaves it to the seats of the placements. */
  atOnce: number | null;
  /** The number that the page showed. */
  seen: number | null;
  /** Why; the mentor reads it. */
  reason: string;
}

/**
 * A coordinator says for a mentor who leads a listing of the school how many students they take at once, as when the mentor
 * said so on the phone. The mentor reads the number with the reason, and may say another one. When it changed since the page
 * was shown nothing is overwritten: `changed_before`.
 */
export async function setStudentsAtOnce(
  wiring: Wiring,
  actor: Actor,
  { listingId, atOnce, seen, reason }: AtOnceForMentor,
): Promise<Outcome<null, "not_permitted" | "not_found" | "reason_missing" | "changed_before">> {
  if (actor.kind !== "staff" || !mayReviewListings(actor)) return refused("not_permitted");
  const { schoolId, districtId } = actor;
  const why = reason.trim();
  if (why === "") return refused("reason_missing");
  return withScope(wiring, actor, async (tx) => {
    const mentorId = (await findListing(tx, { schoolId, listingId }))?.lead_mentor_id;
    if (!mentorId) return refused("not_found");
    const isSet = await setStudentsAtOnceFor(tx, { districtId, mentorId, atOnce, seen, reason: why });
    if (!isSet) return refused("changed_before");
    const from = seen === null ? null : String(seen);
    const to = atOnce === null ? null : String(atOnce);
    const act = { actor, noun: "mentor", nounId: mentorId, transition: "students_at_once", from, to };
    await recordAct(tx, { ...act, evidence: `listing ${listingId}`, reason: why, now: wiring.clock.now() });
    return done(null);
  });
}
