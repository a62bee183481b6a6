import type { Actor } from "~/domain/actor";
import { done, type Outcome, refused } from "~/domain/outcome";
import type { Wiring } from "~/wiring";
import { recordAct } from "~db/audit.server";
import { withScope } from "~db/scope.server";
import { digestOf, listOpenTaskKeys, openTask } from "~db/staff-tasks.server";

/**
 * How many places one person may wait to hear about at once. Each one is looked into by a coordinator, so a form that a
 * machine fills in must come to an end.
 */
const MOST_WAITING = 10;

export type SuggestRefusal = "not_permitted" | "place_missing" | "too_many_waiting";

/**
 * A student or a family names a place where they would like to see a placement; it becomes a task of the coordinators, to
 * find somebody there. The place is not written to, and no name of a student goes there. Sent twice it is one task.
 */
export async function suggestSite(
  wiring: Wiring,
  actor: Actor,
  input: { place: string; wish: string },
): Promise<Outcome<null, SuggestRefusal>> {
  if (actor.kind !== "student" && actor.kind !== "guardian") return refused("not_permitted");
  const place = input.place.trim();
  if (place === "") return refused("place_missing");
  const { schoolId, personId } = actor;
  const now = wiring.clock.now();
  const subject = { noun: "person", id: personId };
  const dedupeKey = `site_suggested:${personId}:${digestOf(place.toLowerCase())}`;
  return withScope(wiring, actor, async (tx) => {
    const waiting = await listOpenTaskKeys(tx, { schoolId, kind: "site_suggested", subject });
    if (waiting.includes(dedupeKey)) return done(null);
    if (waiting.length >= MOST_WAITING) return refused("too_many_waiting");
    const props = { organisation: place, message: input.wish.trim(), personId };
    const isNew = await openTask(tx, { schoolId, kind: "site_suggested", subject, props, dedupeKey, now });
    if (isNew) await recordAct(tx, { actor, noun: "person", nounId: personId, transition: "suggest_site", now });
    return done(null);
  });
}
