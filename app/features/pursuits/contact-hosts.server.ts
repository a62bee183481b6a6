import type { SystemActor } from "~/domain/actor";
import { contactHostWhenReady } from "~/steps/contact-host.server";
import { oneByOne } from "~/steps/one-by-one.server";
import type { Wiring } from "~/wiring";
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
): Promise<number> {
  const { schoolId } = actor;
  const approved = await withScope(wiring, actor, (tx) =>
    listPursuits(tx, { schoolId, listingId, states: ["approved"] }),
  );
  return oneByOne(wiring, approved, {
    about: ({ pursuit_id: pursuitId }) => ({ job: actor.job, schoolId, pursuitId }),
    work: ({ pursuit_id: pursuitId }) =>
      withScope(wiring, actor, async (tx) => {
        const contact = await contactHostWhenReady(tx, wiring, { actor, pursuitId, now: wiring.clock.now() });
        return contact === "contacted" ? 1 : 0;
      }),
  });
}
