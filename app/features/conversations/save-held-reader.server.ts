import { civilDate } from "~/clock";
import type { Actor } from "~/domain/actor";
import { done, type Outcome, refused } from "~/domain/outcome";
import { mayDecidePursuits } from "~/domain/pursuit/policy";
import type { Wiring } from "~/wiring";
import { recordAct } from "~db/audit.server";
import { listDeciders } from "~db/memberships.server";
import { getSchool, putSettings } from "~db/schools.server";
import { withScope } from "~db/scope.server";

export interface HeldReader {
  /** A coordinator or admin of today; empty for all coordinators. */
  readerId: string;
  /** In which the school is open; within `SETTING_BOUNDS`. */
  hours: number;
}

/**
 * A coordinator says who reads what waits in conversations first, and for how many school hours it is theirs. What waits already
 * keeps whose turn it is.
 */
export async function saveHeldReader(
  wiring: Wiring,
  actor: Actor,
  { readerId, hours }: HeldReader,
): Promise<Outcome<null, "not_permitted" | "unknown_reader">> {
  if (actor.kind !== "staff" || !mayDecidePursuits(actor)) return refused("not_permitted");
  const { schoolId } = actor;
  const now = wiring.clock.now();
  return withScope(wiring, actor, async (tx) => {
    const on = civilDate(now, (await getSchool(tx, schoolId)).time_zone);
    const deciders = await listDeciders(tx, { schoolId, on });
    if (readerId !== "" && !deciders.some(({ personId }) => personId === readerId)) return refused("unknown_reader");
    await putSettings(tx, { schoolId, settings: { heldReaderId: readerId, heldHours: hours } });
    const evidence = readerId === "" ? `${hours} h` : `person ${readerId}, ${hours} h`;
    await recordAct(tx, { actor, noun: "school", nounId: schoolId, transition: "set_held_reader", evidence, now });
    return done(null);
  });
}
