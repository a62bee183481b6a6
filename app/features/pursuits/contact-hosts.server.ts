import type { SystemActor } from "~/domain/actor";
import { done, type Outcome, refused } from "~/domain/outcome";
import { contactHostWhenReady } from "~/steps/contact-host.server";
import { followLead, isToldToAnother } from "~/steps/follow-lead.server";
import { holdUnsentContact } from "~/steps/hold-contact.server";
import { oneByOne } from "~/steps/one-by-one.server";
import type { Wiring } from "~/wiring";
import { findListing } from "~db/listings.server";
import { findPursuit, listPursuits, lockPursuit } from "~db/pursuits.server";
import { type ScopeTx, withScope } from "~db/scope.server";

/**
 * Makes the first contacts that waited for a listing to be published again, or for somebody to read who is named for it, and brings
 * what is under way there to whoever leads the place now. Each is a transaction of its own. Answers how many contacts were made.
 */
export async function contactHosts(
  wiring: Wiring,
  actor: SystemActor,
  { listingId }: { listingId: string },
): Promise<Outcome<{ contacted: number }, "not_found">> {
  const { schoolId } = actor;
  const underWay = await withScope(wiring, actor, async (tx) =>
    (await findListing(tx, { schoolId, listingId }))
      ? listPursuits(tx, { schoolId, listingId, states: ["approved", "contacted", "offered", "accepted"] })
      : null,
  );
  if (!underWay) return refused("not_found");
  const contacted = await oneByOne(wiring, underWay, {
    about: ({ pursuit_id: pursuitId }) => ({ job: actor.job, schoolId, pursuitId }),
    work: ({ pursuit_id: pursuitId }) => withScope(wiring, actor, (tx) => reachHost(tx, wiring, { actor, pursuitId })),
  });
  return done({ contacted });
}

/** A contact that has not left, to somebody who leads the place no more, is made anew to whoever does. */
async function reachHost(
  tx: ScopeTx,
  wiring: Wiring,
  { actor, pursuitId }: { actor: SystemActor; pursuitId: string },
): Promise<number> {
  const { schoolId } = actor;
  const now = wiring.clock.now();
  const before = await lockPursuit(tx, { schoolId, pursuitId });
  if (before && (await isToldToAnother(tx, before)))
    await holdUnsentContact(tx, { actor, pursuit: before, reason: "somebody else leads the place", now });
  if ((await contactHostWhenReady(tx, wiring, { actor, pursuitId, now })) === "contacted") return 1;
  const pursuit = await findPursuit(tx, { schoolId, pursuitId });
  if (pursuit?.contacted_at) await followLead(tx, wiring, { actor, pursuit, now });
  return 0;
}
