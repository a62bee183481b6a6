import type { Actor } from "~/domain/actor";
import { done, refused } from "~/domain/outcome";
import { mayKeepOfferDoor } from "~/domain/visitor-offer/policy";
import type { Wiring } from "~/wiring";
import { getSchool } from "~db/schools.server";
import { withScope } from "~db/scope.server";

/** Whether anybody may offer a placement to the actor's school, and under which address. */
export async function openOfferDoor(wiring: Wiring, actor: Actor) {
  if (!mayKeepOfferDoor(actor)) return refused("not_permitted");
  return withScope(wiring, actor, async (tx) => {
    const { name, slug, takes_offers: takesOffers } = await getSchool(tx, actor.schoolId);
    return done({ schoolName: name, takesOffers, address: `${wiring.env.origin}/offer/${slug}` });
  });
}
