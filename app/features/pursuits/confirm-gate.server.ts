import { civilDate } from "~/clock";
import type { Actor } from "~/domain/actor";
import { done, type Outcome, refused } from "~/domain/outcome";
import { mayDecidePursuits } from "~/domain/pursuit/policy";
import { contactHostWhenReady } from "~/steps/contact-host.server";
import type { Wiring } from "~/wiring";
import { recordAct } from "~db/audit.server";
import { closeGate, findPursuit } from "~db/pursuits.server";
import { getSchool } from "~db/schools.server";
import { withScope } from "~db/scope.server";

export type GateRefusal = "not_permitted" | "not_found" | "not_open" | "only_by_consent" | "date_in_future";

/** A coordinator confirms a gate with date and note. A consent gate closes only by a consent. */
export async function confirmGate(
  wiring: Wiring,
  actor: Actor,
  input: { pursuitId: string; kind: string; on: string; note: string },
): Promise<Outcome<{ contacted: boolean }, GateRefusal>> {
  if (actor.kind !== "staff" || !mayDecidePursuits(actor)) return refused("not_permitted");
  if (input.kind === "looking_consent" || input.kind === "participate_consent") return refused("only_by_consent");
  const now = wiring.clock.now();
  const { schoolId } = actor;
  return withScope(wiring, actor, async (tx) => {
    const pursuit = await findPursuit(tx, { schoolId, pursuitId: input.pursuitId });
    if (!pursuit) return refused("not_found");
    const school = await getSchool(tx, schoolId);
    if (input.on > civilDate(now, school.time_zone)) return refused("date_in_future");
    const closed = await closeGate(tx, { schoolId, pursuitId: input.pursuitId, kind: input.kind, by: actor.personId, on: input.on, note: input.note });
    if (!closed) return refused("not_open");
    await recordAct(tx, { actor, noun: "pursuit", nounId: input.pursuitId, transition: `gate:${input.kind}`, from: "open", to: "met", reason: input.note, now });
    return done({ contacted: (await contactHostWhenReady(tx, wiring, { actor, pursuitId: input.pursuitId, now })) === "contacted" });
  });
}
