import type { Actor } from "~/domain/actor";
import { done, type Outcome, refused } from "~/domain/outcome";
import { putAt } from "~/domain/wish/put-at";
import type { Wiring } from "~/wiring";
import { withScope } from "~db/scope.server";
import { lockWishes, putWishOrder } from "~db/wishes.server";

/**
 * A student puts a saved listing at another place of the own list, counted from 0 as the page shows it: the order is their ranking. The
 * place is where it goes, so that a second click of the same button changes nothing more.
 */
export async function moveWish(
  wiring: Wiring,
  actor: Actor,
  { listingId, place }: { listingId: string; place: number },
): Promise<Outcome<null, "not_permitted" | "not_listed">> {
  if (actor.kind !== "student") return refused("not_permitted");
  const of = { schoolId: actor.schoolId, studentId: actor.personId };
  return withScope(wiring, actor, async (tx) => {
    const list = await lockWishes(tx, of);
    if (!list.some(({ id, isShown }) => id === listingId && isShown)) return refused("not_listed");
    const listingIds = putAt(list, { id: listingId, place }).map(({ id }) => id);
    await putWishOrder(tx, { ...of, listingIds });
    return done(null);
  });
}
