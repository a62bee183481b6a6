import type { Actor } from "~/domain/actor";
import { done, type Outcome, refused } from "~/domain/outcome";
import { mayKeepOfferDoor } from "~/domain/visitor-offer/policy";
import type { Wiring } from "~/wiring";
import { recordAct } from "~db/audit.server";
import { setTakesOffers } from "~db/schools.server";
import { withScope } from "~db/scope.server";

/**
 * Staff open or close their school to offers from whoever has no account. Offers that began before it closed go on: whoever proved
 * an address was promised an answer. A second click changes nothing and is not written down.
 */
export async function settleOfferDoor(
  wiring: Wiring,
  actor: Actor,
  { door }: { door: "open" | "closed" },
): Promise<Outcome<null, "not_permitted">> {
  if (!mayKeepOfferDoor(actor)) return refused("not_permitted");
  const { schoolId } = actor;
  const now = wiring.clock.now();
  return withScope(wiring, actor, async (tx) => {
    const isMoved = await setTakesOffers(tx, { schoolId, takesOffers: door === "open" });
    const transition = door === "open" ? "open_to_offers" : "close_to_offers";
    if (isMoved) await recordAct(tx, { actor, noun: "school", nounId: schoolId, transition, now });
    return done(null);
  });
}
