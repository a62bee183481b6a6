import type { Actor } from "~/domain/actor";
import { mayImport } from "~/domain/imports/policy";
import { done, type Outcome, refused } from "~/domain/outcome";
import type { Wiring } from "~/wiring";
import { recordAct } from "~db/audit.server";
import { withScope } from "~db/scope.server";
import { deleteTravelLines } from "~db/travel-times.server";

/** Takes the whole table away: distances count again. */
export async function dropTravelTimes(
  wiring: Wiring,
  actor: Actor,
): Promise<Outcome<{ lines: number }, "not_permitted">> {
  if (!mayImport(actor)) return refused("not_permitted");
  const { schoolId } = actor;
  return withScope(wiring, actor, async (tx) => {
    const lines = await deleteTravelLines(tx, schoolId);
    const reason = `${lines} lines`;
    await recordAct(tx, {
      actor,
      noun: "travel_table",
      nounId: schoolId,
      transition: "drop",
      reason,
      now: wiring.clock.now(),
    });
    return done({ lines });
  });
}
