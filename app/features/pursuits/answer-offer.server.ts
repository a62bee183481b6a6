import type { Actor } from "~/domain/actor";
import { done, type Outcome, refused } from "~/domain/outcome";
import type { AdvanceRefusal } from "~/lifecycle.server";
import type { Wiring } from "~/wiring";
import { lockPursuit } from "~db/pursuits.server";
import { withScope } from "~db/scope.server";
import type { LeadWaits } from "./does-lead-wait.server";
import { refuseOfferInScope } from "./refuse-offer.server";
import { takeOfferInScope } from "./take-offer.server";

/** The student takes an offer or says no. */
export async function answerOffer(
  wiring: Wiring,
  actor: Actor,
  input: { pursuitId: string; answer: "take" | "no_thanks" },
): Promise<Outcome<{ state: string; withdrawn: number }, AdvanceRefusal | LeadWaits>> {
  if (actor.kind !== "student") return refused("not_permitted");
  return withScope(wiring, actor, async (tx) => {
    const pursuit = await lockPursuit(tx, { schoolId: actor.schoolId, pursuitId: input.pursuitId });
    if (pursuit?.student_id !== actor.personId) return refused("not_found");
    if (input.answer === "take") return takeOfferInScope(tx, wiring, { actor, pursuit });
    const refusal = await refuseOfferInScope(tx, wiring, { actor, pursuit });
    return refusal.ok ? done({ ...refusal.value, withdrawn: 0 }) : refusal;
  });
}
