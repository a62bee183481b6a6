import type { StaffActor, SystemActor } from "~/domain/actor";
import { done, type Outcome, refused } from "~/domain/outcome";
import { mayPublishListings } from "~/domain/placement/policy";
import { advance } from "~/lifecycle.server";
import { tellMentorPublished } from "~/steps/tell-mentor-published.server";
import type { Wiring } from "~/wiring";
import { enqueue } from "~db/jobs.server";
import { findListing, lockListing } from "~db/listings.server";
import { lockPlacement } from "~db/placements.server";
import { type ScopeTx, withScope } from "~db/scope.server";

/** Listings published in one transaction; a bulk of any size goes through in such steps, so no lock is held for long. */
const BATCH = 50;

export interface ToPublish {
  listingIds: readonly string[];
  /** The revision of the text that was read, where one listing was read in full; another one is not published. */
  revision?: number;
}

export interface Published {
  published: number;
  /** Listings that were not there, not waiting any more, changed by their host, or led by somebody suspended; publishing twice is harmless. */
  skipped: number;
}

/** A coordinator publishes one listing or many. Each becomes searchable by the index job of the same transaction. */
export async function publishListings(
  wiring: Wiring,
  actor: StaffActor | SystemActor,
  input: ToPublish,
): Promise<Outcome<Published, "not_permitted">> {
  if (!mayPublishListings(actor)) return refused("not_permitted");
  // Everybody locks in the same order, so that two coordinators never wait for each other.
  const ids = [...new Set(input.listingIds)].sort();
  let published = 0;
  for (let start = 0; start < ids.length; start += BATCH) {
    const batch = ids.slice(start, start + BATCH);
    published += await withScope(wiring, actor, async (tx) => {
      let count = 0;
      for (const listingId of batch)
        if (await publishOne(tx, wiring, { actor, listingId, revision: input.revision })) count += 1;
      return count;
    });
  }
  return done({ published, skipped: ids.length - published });
}

interface Wish {
  actor: StaffActor | SystemActor;
  listingId: string;
  revision: number | undefined;
}

async function publishOne(tx: ScopeTx, wiring: Wiring, { actor, listingId, revision }: Wish): Promise<boolean> {
  const now = wiring.clock.now();
  const key = { schoolId: actor.schoolId, listingId };
  // Whoever suspends its mentor at this moment holds the listing, and then it is read as suspended.
  await lockListing(tx, key);
  const listing = await findListing(tx, key);
  if (!listing || listing.mentor_suspended_at !== null) return false;
  const { district_id: districtId, organisation_id: organisationId, placement_id: placementId } = listing;
  // A host who edits at this moment waits and then finds it published, or was first and its revision is another one.
  const placement = await lockPlacement(tx, { districtId, organisationId, placementId });
  if (revision !== undefined && placement?.revision !== revision) return false;
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
  if (moved.ok) await enqueue(tx, "contact-hosts", key);
  return moved.ok;
}
