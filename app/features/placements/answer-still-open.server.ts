import type { LinkActor } from "~/domain/actor";
import type { StillOpenAnswer } from "~/domain/listing/still-open";
import { done, type Outcome, refused } from "~/domain/outcome";
import { type AdvanceRefusal, advance } from "~/lifecycle.server";
import { keepOpen } from "~/steps/keep-open.server";
import type { Wiring } from "~/wiring";
import { enqueue } from "~db/jobs.server";
import { findMentor } from "~db/people.server";
import { type ScopeTx, withScope } from "~db/scope.server";
import { listAskedListings } from "~db/still-open.server";

/**
 * A host says by link and button whether one of their placements is still open. "Yes" to what was put away meanwhile offers it again,
 * and the school reads it first. Answers the state it is in then.
 */
export async function answerStillOpen(
  wiring: Wiring,
  actor: LinkActor,
  { listingId, answer }: { listingId: string; answer: StillOpenAnswer },
): Promise<Outcome<{ state: string }, AdvanceRefusal>> {
  const { schoolId, districtId, personId: mentorId } = actor;
  // The bearer, not the subject: two rows of one mentor may have become one since.
  if (actor.linkKind !== "still-open" || mentorId === null) return refused("not_found");
  return withScope(wiring, actor, async (tx) => {
    const mentor = await findMentor(tx, { districtId, mentorId });
    if (!mentor || mentor.suspended_at !== null) return refused("not_found");
    const listing = (await listAskedListings(tx, { schoolId, mentorId })).find(({ id }) => id === listingId);
    if (!listing) return refused("wrong_state");
    if (answer === "yes" && listing.state === "published") return sayYes(tx, wiring, { actor, listingId });
    const now = wiring.clock.now();
    const moved = await advance(tx, {
      ...{ actor, noun: "listing", id: listingId, move: answer === "yes" ? "resubmit" : answer, met: [] },
      notices: { index: () => enqueue(tx, "sync-placement", { districtId, placementId: listing.placement_id }) },
      set: { updated_at: now.toISOString(), still_open_asked_at: null },
      now,
    });
    return moved.ok ? done({ state: moved.value.to }) : moved;
  });
}

async function sayYes(tx: ScopeTx, wiring: Wiring, { actor, listingId }: { actor: LinkActor; listingId: string }) {
  const kept = await keepOpen(tx, { actor, listingId, now: wiring.clock.now() });
  return kept ? done({ state: "published" }) : refused("wrong_state");
}
