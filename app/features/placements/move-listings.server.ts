import type { Actor, StaffActor } from "~/domain/actor";
import { done, type Outcome, refused } from "~/domain/outcome";
import { mayReviewListings } from "~/domain/placement/policy";
import { advance } from "~/lifecycle.server";
import type { Wiring } from "~/wiring";
import { enqueue } from "~db/jobs.server";
import { findListing } from "~db/listings.server";
import { type ScopeTx, withScope } from "~db/scope.server";

/** What a coordinator may do with a listing besides publishing it. */
export const STAFF_MOVES = ["pause", "archive", "reopen"] as const;
export type StaffMove = (typeof STAFF_MOVES)[number];

export interface Moved {
  moved: number;
  /** Listings that were not there or not in a state to move from. */
  skipped: number;
}

/** A coordinator pauses, archives or reopens one listing or many, in one transaction. */
export async function moveListings(
  wiring: Wiring,
  actor: Actor,
  { listingIds, move }: { listingIds: readonly string[]; move: StaffMove },
): Promise<Outcome<Moved, "not_permitted">> {
  if (actor.kind !== "staff" || !mayReviewListings(actor)) return refused("not_permitted");
  // Everybody locks in the same order, so that two coordinators never wait for each other.
  const ids = [...new Set(listingIds)].sort();
  const moved = await withScope(wiring, actor, async (tx) => {
    let count = 0;
    for (const listingId of ids) if (await moveOne(tx, wiring, { actor, listingId, move })) count += 1;
    return count;
  });
  return done({ moved, skipped: ids.length - moved });
}

interface Wish {
  actor: StaffActor;
  listingId: string;
  move: StaffMove;
}

async function moveOne(tx: ScopeTx, wiring: Wiring, { actor, listingId, move }: Wish): Promise<boolean> {
  const listing = await findListing(tx, { schoolId: actor.schoolId, listingId });
  if (!listing) return false;
  const now = wiring.clock.now();
  const payload = { districtId: listing.district_id, placementId: listing.placement_id };
  const outcome = await advance(tx, {
    actor,
    noun: "listing",
    id: listingId,
    move,
    met: [],
    notices: { index: () => enqueue(tx, "sync-placement", payload) },
    set: { updated_at: now.toISOString(), still_open_asked_at: null },
    now,
  });
  return outcome.ok;
}
