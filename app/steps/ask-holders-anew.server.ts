import type { SystemActor } from "~/domain/actor";
import { advance } from "~/lifecycle.server";
import type { Wiring } from "~/wiring";
import { listConsentHolders } from "~db/consent-holders.server";
import { listGates } from "~db/gates.server";
import { listAskedOrAnswered } from "~db/own-rights.server";
import { listPursuits, type PursuitFacts } from "~db/pursuits.server";
import type { ScopeTx } from "~db/scope.server";
import { closeTasksOf } from "~db/staff-tasks.server";
import { askForConsent } from "./ask-for-consent.server";

interface Asking {
  actor: SystemActor;
  studentId: string;
  /** Why others answer now, for the log. */
  reason: string;
  /** Today at the school. */
  on: string;
  now: Date;
}

/** Purposes that hold something back while nobody has said yes, with the states of a pursuit that need them. */
const ASKED = [
  { purpose: "looking", gate: "looking_consent", states: ["approved", "contacted", "offered"] },
  { purpose: "participate", gate: "participate_consent", states: ["approved", "contacted", "offered", "accepted"] },
] as const;

/** From which states of a pursuit on its families are asked for what a gate wants before that moment. */
const ASKED_FROM: Record<string, readonly string[]> = {
  contact: ["approved", "contacted", "offered"],
  visit: ["contacted", "offered", "accepted"],
  start: ["offered", "accepted"],
};

/**
 * After others have come to hold a student's consents: requests to those who may not answer any more end, and those who may are asked
 * for what a pursuit needs, where it was asked or answered before or nobody was there to be asked.
 */
export async function askHoldersAnew(tx: ScopeTx, wiring: Wiring, asking: Asking): Promise<void> {
  const { actor, studentId, reason, on, now } = asking;
  const { schoolId } = actor;
  const holders = (await listConsentHolders(tx, { schoolId, studentId, on })).map(({ personId }) => personId);
  const ofOthers = (await listAskedOrAnswered(tx, { schoolId, studentId })).filter(
    (one) => !holders.includes(one.guardian_id),
  );
  for (const { id } of ofOthers.filter(({ state }) => state === "requested")) {
    await advance(tx, { actor, noun: "consent", id, move: "supersede", met: [], notices: {}, act: { reason }, now });
    await closeTasksOf(tx, { schoolId, dedupeKey: `interpreter_consent:${id}`, note: reason, now });
  }
  await closeTasksOf(tx, { schoolId, dedupeKey: `no_guardian:${studentId}`, note: reason, now });
  for (const { purpose, gate, states } of ASKED)
    for (const pursuit of await listPursuits(tx, { schoolId, studentId, states })) {
      const pursuitId = purpose === "participate" ? pursuit.pursuit_id : null;
      const wasAsked = ofOthers.some((one) => one.purpose === purpose && one.pursuit_id === pursuitId);
      if (wasAsked || (await isHeldUp(tx, pursuit, gate)))
        await askForConsent(tx, wiring, { actor, pursuit, purpose, now });
    }
}

/** Whether a pursuit waits at a gate for which its family is asked by now. */
async function isHeldUp(tx: ScopeTx, pursuit: PursuitFacts, kind: string): Promise<boolean> {
  const gates = await listGates(tx, { schoolId: pursuit.school_id, pursuitId: pursuit.pursuit_id });
  return gates.some(
    (gate) => gate.kind === kind && gate.state === "open" && ASKED_FROM[gate.before]?.includes(pursuit.state),
  );
}
