import type { Actor } from "~/domain/actor";
import { done, type Outcome, refused } from "~/domain/outcome";
import type { Wiring } from "~/wiring";
import { updateSearchName } from "~db/saved-searches.server";
import { withScope } from "~db/scope.server";

/** A student gives an own search another name, 1 to 80 characters. */
export async function renameSearch(
  wiring: Wiring,
  actor: Actor,
  { searchId, name }: { searchId: string; name: string },
): Promise<Outcome<null, "not_permitted" | "not_found">> {
  if (actor.kind !== "student") return refused("not_permitted");
  const { schoolId, personId: studentId } = actor;
  const isThere = await withScope(wiring, actor, (tx) => updateSearchName(tx, { schoolId, studentId, searchId, name }));
  return isThere ? done(null) : refused("not_found");
}
