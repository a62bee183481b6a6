import type { Actor } from "~/domain/actor";
import { mayKeepClearances } from "~/domain/clearance/policy";
import { done, type Outcome, refused } from "~/domain/outcome";
import type { Wiring } from "~/wiring";
import { withScope } from "~db/scope.server";
import { type ClearanceFault, judgeClearance, type TypedClearance } from "./judge-clearance.server";

/** Says to which day a check would count, before anything is written; null without an end. */
export async function planClearance(
  wiring: Wiring,
  actor: Actor,
  typed: TypedClearance,
): Promise<Outcome<{ expiresOn: string | null }, ClearanceFault | "not_permitted">> {
  if (!mayKeepClearances(actor)) return refused("not_permitted");
  const now = wiring.clock.now();
  return withScope(wiring, actor, async (tx): Promise<Outcome<{ expiresOn: string | null }, ClearanceFault>> => {
    const judged = await judgeClearance(tx, { actor, typed, now });
    return judged.ok ? done({ expiresOn: judged.value.expiresOn }) : judged;
  });
}
