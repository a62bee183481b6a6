import type { Actor } from "~/domain/actor";
import { areNumbers } from "~/domain/concern/emergency-numbers";
import { mayNameLeads } from "~/domain/concern/policy";
import { done, type Outcome, refused } from "~/domain/outcome";
import type { Wiring } from "~/wiring";
import { recordAct } from "~db/audit.server";
import { putSettings } from "~db/schools.server";
import { withScope } from "~db/scope.server";

export interface SafeguardingSettings {
  emergencyNumbers: string;
  concernMinutes: number;
}

/** An admin sets whom to call in danger, and after how many minutes the next people hear of a report that nobody took on. */
export async function saveSafeguarding(
  wiring: Wiring,
  actor: Actor,
  { emergencyNumbers, concernMinutes }: SafeguardingSettings,
): Promise<Outcome<null, "not_permitted" | "no_numbers">> {
  if (actor.kind !== "staff" || !mayNameLeads(actor)) return refused("not_permitted");
  if (!areNumbers(emergencyNumbers)) return refused("no_numbers");
  const { schoolId } = actor;
  return withScope(wiring, actor, async (tx) => {
    await putSettings(tx, { schoolId, settings: { emergencyNumbers: emergencyNumbers.trim(), concernMinutes } });
    const act = { actor, noun: "school", nounId: schoolId, transition: "set_safeguarding" };
    await recordAct(tx, { ...act, now: wiring.clock.now() });
    return done(null);
  });
}
