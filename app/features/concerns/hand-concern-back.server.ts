import type { Actor } from "~/domain/actor";
import { done, type Outcome, refused } from "~/domain/outcome";
import { callAboutConcern } from "~/steps/call-about-concern.server";
import type { Wiring } from "~/wiring";
import { letConcernWait } from "~db/concern-watch.server";
import { withScope } from "~db/scope.server";
import { findReadable } from "./readable.server";

/** Whoever looks after a report says that they cannot any more: it waits again, and the leads are told at once. */
export async function handConcernBack(
  wiring: Wiring,
  actor: Actor,
  { concernId }: { concernId: string },
): Promise<Outcome<null, "not_permitted" | "not_found" | "not_yours">> {
  if (actor.kind !== "staff") return refused("not_permitted");
  const { schoolId, personId } = actor;
  const now = wiring.clock.now();
  return withScope(wiring, actor, async (tx) => {
    if (!(await findReadable(tx, actor, { concernId, now }))) return refused("not_found");
    const turn = await letConcernWait(tx, { schoolId, concernId, takenBy: personId, now });
    if (turn === undefined) return refused("not_yours");
    await callAboutConcern(tx, { schoolId, concernId, turn });
    return done(null);
  });
}
