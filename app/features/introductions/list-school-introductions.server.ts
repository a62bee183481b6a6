import type { Actor } from "~/domain/actor";
import { done, refused } from "~/domain/outcome";
import { mayDecidePursuits } from "~/domain/pursuit/policy";
import type { Wiring } from "~/wiring";
import { listIntroductions } from "~db/introductions.server";
import { withScope } from "~db/scope.server";

/** All introductions of the school, the longest waiting first. */
export async function listSchoolIntroductions(wiring: Wiring, actor: Actor) {
  if (actor.kind !== "staff" || !mayDecidePursuits(actor)) return refused("not_permitted");
  return done(await withScope(wiring, actor, (tx) => listIntroductions(tx, { schoolId: actor.schoolId })));
}
