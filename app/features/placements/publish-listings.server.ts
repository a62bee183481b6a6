import type { StaffActor, SystemActor } from "~/domain/actor";
import { done, type Outcome, refused } from "~/domain/outcome";
import { mayPublishListings } from "~/domain/placement/policy";
import { advance } from "~/lifecycle.server";
import { tellMentorPublished } from "~/steps/tell-mentor-published.server";
import type { Wiring } from "~/wiring";
import { enqueue } from "~db/jobs.server";
import { findListing } from "~db/listings.server";
import { type ScopeTx, withScope } from "~db/scope.server";

/** Listings published in one transaction; a bulk of any size goes through in such steps, so no lock is held for long. */
const BATCH = 50;

export interface Published {
  published: number;
  /** Listings that were not there or not waiting any more; publishing twice is harmless. */
  skipped: number;
}

/** A coordinator publishes one listing or many. Each becomes searchable by the index job of the same transaction. */
export async function publishListings(
  wiring: Wiring,
  actor: StaffActor | SystemActor,
  input: { listingIds: readonly string[] },
): Promise<Outcome<Published, "not_permitted">> {
  if (!mayPublishListings(actor)) return refused("not_permitted");
  const ids = [...new Set(input.listingIds)];
  let published = 0;
  for (let start = 0; start < ids.length; start += BATCH) {
    const batch = ids.slice(start, start + BATCH);
    published += await withScope(wiring, actor, async (tx) => {
      let count = 0;
      for (const listingId of batch) if (await publishOne(tx, wiring, actor, listingId)) count += 1;
      return count;
    });
  }
  return done({ published, skipped: ids.length - published });
}

async function publishOne(tx: ScopeTx, wiring: Wiring, actor: StaffActor | SystemActor, listingId: string): Promise<boolean> {
  const now = wiring.clock.now();
  const listing = await findListing(tx, { schoolId: actor.schoolId, listingId });
  if (!listing) return false;
  const { district_id: districtId, placement_id: placementId } = listing;
  const moved = await advance(tx, {
    actor,
    noun: "listing",
    id: listingId,
    move: "publish",
    met: [],
    notices: {
      "placement-published": () => tellMentorPublished(tx, wiring, { listing, now }),
      index: () => enqueue(tx, "sync-placement", { districtId, placementId }),
    },
    set: { published_at: now.toISOString(), updated_at: now.toISOString() },
    now,
  });
  return moved.ok;
}
