import type { StaffActor, SystemActor } from "~/domain/actor";
import { ENDORSEMENT } from "~/domain/pursuit/endorsement";
import { listPursuits } from "~db/pursuits.server";
import type { ScopeTx } from "~db/scope.server";
import { meetGate } from "./gates.server";

/** More requests than ever wait at once. */
const MOST = 10_000;

interface GoingOn {
  actor: StaffActor | SystemActor;
  /** Left out, those of the whole school. */
  studentId?: string;
  /** Today at the school. */
  on: string;
  now: Date;
}

/** Requests that wait for an advisor, whom nobody asks any more, are the coordinators' from now on. */
export async function letRequestsGoOn(tx: ScopeTx, { actor, studentId, on, now }: GoingOn): Promise<void> {
  const { schoolId } = actor;
  const by = actor.kind === "staff" ? actor.personId : null;
  const asked = { schoolId, ...(studentId !== undefined && { studentId }), states: ["requested"], limit: MOST };
  for (const { pursuit_id: pursuitId, waits_for_advisor: isWaiting } of await listPursuits(tx, asked))
    if (isWaiting)
      await meetGate(tx, { actor, pursuitId, kind: ENDORSEMENT.kind, as: "waived", by, on, note: "", now });
}
