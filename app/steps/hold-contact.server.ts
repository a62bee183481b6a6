import type { SystemActor } from "~/domain/actor";
import { advance } from "~/lifecycle.server";
import { withdrawDisclosure } from "~db/disclosures.server";
import type { PursuitFacts } from "~db/pursuits.server";
import type { ScopeTx } from "~db/scope.server";
import { recallContact } from "./end-pursuit.server";

/**
 * Takes a first contact back that has not left: the host never hears of it, and the pursuit waits as approved, with its
 * place, until a consent stands again. A contact that has left stays; then staff decide with the family.
 */
export async function holdUnsentContact(
  tx: ScopeTx,
  { actor, pursuit, reason, now }: { actor: SystemActor; pursuit: PursuitFacts; reason: string; now: Date },
): Promise<void> {
  if (pursuit.state !== "contacted" || !(await recallContact(tx, { actor, pursuit, now }))) return;
  const { school_id: schoolId, pursuit_id: pursuitId } = pursuit;
  await withdrawDisclosure(tx, { schoolId, pursuitId, now });
  await advance(tx, {
    actor,
    noun: "pursuit",
    id: pursuitId,
    move: "hold",
    met: ["contact_unsent"],
    notices: {},
    set: { contacted_at: null, updated_at: now.toISOString() },
    act: { reason },
    now,
  });
}
