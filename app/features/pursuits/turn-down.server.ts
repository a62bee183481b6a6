import { done, type Outcome } from "~/domain/outcome";
import { type AdvanceRefusal, advance } from "~/lifecycle.server";
import { cleanUpPursuit } from "~/steps/end-pursuit.server";
import { tellCoordinators, tellStudent } from "~/steps/tell.server";
import { tellFamily } from "~/steps/tell-family.server";
import type { Wiring } from "~/wiring";
import type { ScopeTx } from "~db/scope.server";
import type { Answering } from "./answering";

/** The host says no: place and seat are free, and the host reads nothing more. What they said is for staff. */
export async function turnDownInScope(
  tx: ScopeTx,
  wiring: Wiring,
  { actor, pursuit, came, message }: Answering & { message: string },
): Promise<Outcome<{ state: string }, AdvanceRefusal>> {
  const now = wiring.clock.now();
  const moved = await advance(tx, {
    actor,
    noun: "pursuit",
    id: pursuit.pursuit_id,
    move: "turn_down",
    met: [],
    notices: {
      student: () => tellStudent(tx, { wiring, pursuit, event: "not_taken", now }),
      family: () => tellFamily(tx, { wiring, pursuit, event: "not_taken", now }),
      coordinators: () => tellCoordinators(tx, { wiring, pursuit, event: "turned_down", now }),
    },
    set: { ended_at: now.toISOString(), updated_at: now.toISOString(), decline_for_staff: message },
    act: came,
    now,
  });
  if (!moved.ok) return moved;
  await cleanUpPursuit(tx, wiring, { actor, pursuit, now });
  return done({ state: moved.value.to });
}
