import { civilDate } from "~/clock";
import type { Actor } from "~/domain/actor";
import { done, type Outcome, refused } from "~/domain/outcome";
import { mayDecidePursuits } from "~/domain/pursuit/policy";
import { askToRead } from "~/steps/ask-to-read.server";
import type { Wiring } from "~/wiring";
import { recordAct } from "~db/audit.server";
import { findHeldTurn, listHeldThreads } from "~db/held-turns.server";
import { listDeciders } from "~db/memberships.server";
import { lockPursuit } from "~db/pursuits.server";
import { getSchool, getSettings, putSettings } from "~db/schools.server";
import { type ScopeTx, withScope } from "~db/scope.server";
import { findThread } from "~db/threads.server";

export interface HeldReader {
  /** A coordinator or admin of today; empty for all coordinators. */
  readerId: string;
  /** In which the school is open; within `SETTING_BOUNDS`. */
  hours: number;
}

/**
 * A coordinator says who reads what waits in conversations first, and for how many school hours it is theirs. What waits for
 * whoever was named before waits for the new one, who is asked now.
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
    const before = await getSettings(tx, schoolId);
    await putSettings(tx, { schoolId, settings: { heldReaderId: readerId, heldHours: hours } });
    const evidence = readerId === "" ? `${hours} h` : `person ${readerId}, ${hours} h`;
    await recordAct(tx, { actor, noun: "school", nounId: schoolId, transition: "set_held_reader", evidence, now });
    if (readerId !== before.heldReaderId) await askAnew(tx, wiring, { schoolId, now });
    return done(null);
  });
}

/** More conversations than ever wait at once. */
const MOST = 1_000;

async function askAnew(tx: ScopeTx, wiring: Wiring, { schoolId, now }: { schoolId: string; now: Date }): Promise<void> {
  const waiting = await listHeldThreads(tx, { schoolId, limit: MOST });
  const pursuitIds = waiting.flatMap((thread) => (thread.held_turn === "named" ? [thread.pursuit_id] : []));
  for (const pursuitId of pursuitIds.sort()) {
    const pursuit = await lockPursuit(tx, { schoolId, pursuitId });
    const thread = pursuit && (await findThread(tx, { schoolId, pursuitId }));
    if (!thread) continue;
    const threadId = thread.id;
    const held = await findHeldTurn(tx, { schoolId, threadId });
    if (held?.turn === "named") await askToRead(tx, wiring, { pursuit, threadId, from: "named", now });
  }
}
