import type { SchoolActor } from "~/domain/actor";
import type { GateMoment } from "~/domain/pursuit/gates";
import type { Wiring } from "~/wiring";
import { listGates } from "~db/gates.server";
import type { PursuitFacts } from "~db/pursuits.server";
import type { ScopeTx } from "~db/scope.server";
import { askForConsent } from "./ask-for-consent.server";

/**
 * Asks for the `participate` consent where an open gate wants it before that moment: for a visit when the host knows of the
 * student, for a start when the host has said yes. Asked earlier, families would sign for places that never come about.
 */
export async function askForParticipation(
  tx: ScopeTx,
  wiring: Wiring,
  { actor, pursuit, before, now }: { actor: SchoolActor; pursuit: PursuitFacts; before: GateMoment; now: Date },
): Promise<void> {
  const gates = await listGates(tx, { schoolId: actor.schoolId, pursuitId: pursuit.pursuit_id });
  const isWanted = gates.some(
    (gate) => gate.kind === "participate_consent" && gate.before === before && gate.state === "open",
  );
  if (isWanted) await askForConsent(tx, wiring, { actor, pursuit, purpose: "participate", now });
}
