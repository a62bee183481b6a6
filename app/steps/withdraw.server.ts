import type { SchoolActor } from "~/domain/actor";
import type { Outcome } from "~/domain/outcome";
import { advance, type AdvanceRefusal } from "~/lifecycle.server";
import type { Wiring } from "~/wiring";
import { withdrawDisclosure } from "~db/disclosures.server";
import type { PursuitFacts } from "~db/pursuits.server";
import type { ScopeTx } from "~db/scope.server";
import { giveBack } from "./places.server";
import { tellMentor } from "./tell.server";

/** Withdraws a live pursuit: place and seat are free again, the host who knew of it is told and reads nothing more. */
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
    notices: { mentor: () => tellMentor(tx, { wiring, pursuit, event: "withdrawn", now }) },
    set: { ended_at: at, updated_at: at },
    act: { reason },
    now,
  });
  if (!moved.ok) return moved;
  await giveBack(tx, { schoolId: actor.schoolId, pursuitId: pursuit.pursuit_id });
  await withdrawDisclosure(tx, { schoolId: actor.schoolId, pursuitId: pursuit.pursuit_id, now });
  return moved;
}
