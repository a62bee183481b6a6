import type { Actor } from "~/domain/actor";
import { done, type Outcome, refused } from "~/domain/outcome";
import type { Wiring } from "~/wiring";
import { takeConcernOn as takeOn } from "~db/concern-watch.server";
import { listConcernReads } from "~db/concerns.server";
import { withScope } from "~db/scope.server";
import { findReadable } from "./readable.server";

/** Whoever has opened a report says that they look after it: nobody else is called. Who was first stays. */
export async function takeConcernOn(
  wiring: Wiring,
  actor: Actor,
  { concernId }: { concernId: string },
): Promise<Outcome<null, "not_permitted" | "not_found" | "not_opened">> {
  if (actor.kind !== "staff") return refused("not_permitted");
  const { schoolId, personId } = actor;
  const now = wiring.clock.now();
  return withScope(wiring, actor, async (tx) => {
    if (!(await findReadable(tx, actor, { concernId, now }))) return refused("not_found");
    const reads = await listConcernReads(tx, { schoolId, concernId });
    if (!reads.some((read) => read.person_id === personId)) return refused("not_opened");
    await takeOn(tx, { schoolId, concernId, personId, now });
    return done(null);
  });
}
