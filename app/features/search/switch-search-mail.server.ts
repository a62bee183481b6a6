import type { Actor } from "~/domain/actor";
import { done, type Outcome, refused } from "~/domain/outcome";
import type { Wiring } from "~/wiring";
import { updateSearchMail } from "~db/saved-searches.server";
import { withScope } from "~db/scope.server";

/** A student wants the weekly mail to tell of an own search, or no longer. What came while it was off is no news. */
export async function switchSearchMail(
  wiring: Wiring,
  actor: Actor,
  { searchId, mailsNews }: { searchId: string; mailsNews: boolean },
): Promise<Outcome<null, "not_permitted" | "not_found">> {
  if (actor.kind !== "student") return refused("not_permitted");
  const key = { schoolId: actor.schoolId, studentId: actor.personId, searchId };
  const now = wiring.clock.now();
  const isThere = await withScope(wiring, actor, (tx) => updateSearchMail(tx, { ...key, mailsNews, now }));
  return isThere ? done(null) : refused("not_found");
}
