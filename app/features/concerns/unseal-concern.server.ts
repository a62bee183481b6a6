import type { Actor } from "~/domain/actor";
import { done, refused } from "~/domain/outcome";
import type { Wiring } from "~/wiring";
import { insertConcernRead } from "~db/concerns.server";
import { withScope } from "~db/scope.server";
import { findReadable } from "./readable.server";

/** Notes that a lead opens a report; from then on its page shows them what it says. */
export async function unsealConcern(wiring: Wiring, actor: Actor, { concernId }: { concernId: string }) {
  if (actor.kind !== "staff") return refused("not_permitted");
  const now = wiring.clock.now();
  return withScope(wiring, actor, async (tx) => {
    if (!(await findReadable(tx, actor, { concernId, now }))) return refused("not_found");
    await insertConcernRead(tx, { schoolId: actor.schoolId, concernId, personId: actor.personId, now });
    return done(null);
  });
}
