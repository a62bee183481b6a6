import type { SchoolActor } from "~/domain/actor";
import type { Outcome } from "~/domain/outcome";
import { type AdvanceRefusal, advance } from "~/lifecycle.server";
import type { Wiring } from "~/wiring";
import type { PursuitFacts } from "~db/pursuits.server";
import type { ScopeTx } from "~db/scope.server";
import { cleanUpPursuit, tellMentorOfEnd } from "./end-pursuit.server";

/** Withdraws a live pursuit of a locked student: place and seat are free again, the host who knew of it is told and reads nothing more. */
export async function withdrawInScope(
  tx: ScopeTx,
  wiring: Wiring,
  { actor, pursuit, reason, now }: { actor: SchoolActor; pursuit: PursuitFacts; reason: string; now: Date },
): Promise<Outcome<{ from: string; to: string }, AdvanceRefusal>> {
  const at = now.toISOString();
  const moved = await advance(tx, {
    actor,
    noun: "pursuit",
    id: pursuit.pursuit_id,
    move: "withdraw",
    met: [],
    notices: { mentor: () => tellMentorOfEnd(tx, wiring, { actor, pursuit, event: "withdrawn", now }) },
    set: { ended_at: at, updated_at: at },
    act: { reason },
    now,
  });
  if (moved.ok) await cleanUpPursuit(tx, { actor, pursuit, now });
  return moved;
}
