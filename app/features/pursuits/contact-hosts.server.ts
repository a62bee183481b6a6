import type { SystemActor } from "~/domain/actor";
import { done, type Outcome, refused } from "~/domain/outcome";
import { contactHostWhenReady } from "~/steps/contact-host.server";
import { oneByOne } from "~/steps/one-by-one.server";
import type { Wiring } from "~/wiring";
import { findListing } from "~db/listings.server";
import { listPursuits } from "~db/pursuits.server";
import { withScope } from "~db/scope.server";

/**
 * Makes the first contacts that waited for a listing to be published again, or for somebody to read who is named for it. Each is a
 * transaction of its own. Answers how many were made.
 */
export async function contactHosts(
  wiring: Wiring,
  actor: SystemActor,
  { listingId }: { listingId: string },
): Promise<Outcome<{ contacted: number }, "not_found">> {
  const { schoolId } = actor;
  const approved = await withScope(wiring, actor, async (tx) =>
    (await findListing(tx, { schoolId, listingId }))
      ? listPursuits(tx, { schoolId, listingId, states: ["approved"] })
      : null,
  );
  if (!approved) return refused("not_found");
  const contacted = await oneByOne(wiring, approved, {
    about: ({ pursuit_id: pursuitId }) => ({ job: actor.job, schoolId, pursuitId }),
    work: ({ pursuit_id: pursuitId }) =>
      withScope(wiring, actor, async (tx) => {
        const contact = await contactHostWhenReady(tx, wiring, { actor, pursuitId, now: wiring.clock.now() });
        return contact === "contacted" ? 1 : 0;
      }),
  });
  return done({ contacted });
}
