import type { Actor } from "~/domain/actor";
import { done, type Outcome, refused } from "~/domain/outcome";
import type { Wiring } from "~/wiring";
import { withScope } from "~db/scope.server";
import { deleteWish } from "~db/wishes.server";

/** A student takes a listing off the own list, also one that is over. What is not on the list stays off it. */
export async function removeWish(
  wiring: Wiring,
  actor: Actor,
  { listingId }: { listingId: string },
): Promise<Outcome<{ saved: false }, "not_permitted">> {
  if (actor.kind !== "student") return refused("not_permitted");
  const { schoolId, personId: studentId } = actor;
  await withScope(wiring, actor, (tx) => deleteWish(tx, { schoolId, studentId, listingId }));
  return done({ saved: false as const });
}
