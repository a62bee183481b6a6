import type { Actor } from "~/domain/actor";
import { done, type Outcome, refused } from "~/domain/outcome";
import type { Wiring } from "~/wiring";
import { takeConcernOn as takeOn } from "~db/concerns.server";
import { withScope } from "~db/scope.server";
import { findReadable } from "./readable.server";

/** A lead says that they look after a report: nobody else is called. Who was first stays. */
export async function takeConcernOn(
  wiring: Wiring,
  actor: Actor,
  { concernId }: { concernId: string },
): Promise<Outcome<null, "not_permitted" | "not_found">> {
  if (actor.kind !== "staff") return refused("not_permitted");
  const { schoolId, personId } = actor;
  const now = wiring.clock.now();
  return withScope(wiring, actor, async (tx) => {
    if (!(await findReadable(tx, actor, { concernId, now }))) return refused("not_found");
    await takeOn(tx, { schoolId, concernId, personId, now });
    return done(null);
  });
}
