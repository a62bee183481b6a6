import type { Actor } from "~/domain/actor";
import { done, type Outcome, refused } from "~/domain/outcome";
import type { Wiring } from "~/wiring";
import { deleteSavedSearch } from "~db/saved-searches.server";
import { withScope } from "~db/scope.server";

/** A student forgets an own search. What is not there is forgotten already. */
export async function deleteSearch(
  wiring: Wiring,
  actor: Actor,
  { searchId }: { searchId: string },
): Promise<Outcome<null, "not_permitted">> {
  if (actor.kind !== "student") return refused("not_permitted");
  const { schoolId, personId: studentId } = actor;
  await withScope(wiring, actor, (tx) => deleteSavedSearch(tx, { schoolId, studentId, searchId }));
  return done(null);
}
