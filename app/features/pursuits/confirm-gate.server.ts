import { civilDate } from "~/clock";
import type { Actor } from "~/domain/actor";
import { done, type Outcome, refused } from "~/domain/outcome";
import { mayDecidePursuits } from "~/domain/pursuit/policy";
import { contactHostWhenReady } from "~/steps/contact-host.server";
import { meetGate } from "~/steps/gates.server";
import type { Wiring } from "~/wiring";
import { listPlacementMentors } from "~db/clearances.server";
import { lockPursuit } from "~db/pursuits.server";
import { getSchool } from "~db/schools.server";
import { withScope } from "~db/scope.server";

export type GateRefusal = "not_permitted" | "not_found" | "not_open" | "only_by_consent" | "date_in_future";

/** Before an approval there are no gates; after the end nothing waits behind one. */
const GATED_STATES = ["approved", "contacted", "offered", "accepted"];

/** A coordinator confirms a gate with date and note. A consent gate closes only by a consent. */
export async function confirmGate(
  wiring: Wiring,
  actor: Actor,
  input: { pursuitId: string; kind: string; on: string; note: string },
): Promise<Outcome<{ contacted: boolean }, GateRefusal>> {
  if (actor.kind !== "staff" || !mayDecidePursuits(actor)) return refused("not_permitted");
  const { pursuitId, kind, on, note } = input;
  if (kind === "looking_consent" || kind === "participate_consent") return refused("only_by_consent");
  const now = wiring.clock.now();
  const { schoolId } = actor;
  return withScope(wiring, actor, async (tx) => {
    const pursuit = await lockPursuit(tx, { schoolId, pursuitId });
    if (!pursuit) return refused("not_found");
    if (!GATED_STATES.includes(pursuit.state)) return refused("not_open");
    const school = await getSchool(tx, schoolId);
    if (on > civilDate(now, school.time_zone)) return refused("date_in_future");
    const { district_id: districtId, placement_id: placementId } = pursuit;
    const seen = kind === "clearance" ? { mentorIds: await listPlacementMentors(tx, { districtId, placementId }) } : {};
    if (!(await meetGate(tx, { actor, pursuitId, kind, by: actor.personId, on, note, ...seen, now })))
      return refused("not_open");
    return done({ contacted: (await contactHostWhenReady(tx, wiring, { actor, pursuitId, now })) === "contacted" });
  });
}
