import type { Actor } from "~/domain/actor";
import { done, type Outcome, refused } from "~/domain/outcome";
import type { Wiring } from "~/wiring";
import { setStudentsAtOnce } from "~db/mentor-capacity.server";
import { withScope } from "~db/scope.server";

/**
 * A mentor says how many students they take at once, in all their placements together; null leaves it to the seats of the
 * placements. It is about whoever asks, never about a colleague. Plans made from now on keep to it.
 */
export async function sayStudentsAtOnce(
  wiring: Wiring,
  actor: Actor,
  { atOnce }: { atOnce: number | null },
): Promise<Outcome<{ atOnce: number | null }, "not_permitted" | "not_found">> {
  if (actor.kind !== "mentor") return refused("not_permitted");
  const { districtId, mentorId } = actor;
  const isKnown = await withScope(wiring, actor, (tx) => setStudentsAtOnce(tx, { districtId, mentorId, atOnce }));
  return isKnown ? done({ atOnce }) : refused("not_found");
}
