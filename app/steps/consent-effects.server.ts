import type { SchoolActor } from "~/domain/actor";
import type { Wiring } from "~/wiring";
import type { ConsentFacts } from "~db/consents.server";
import { closeGate, listPursuits, type PursuitFacts, reopenGate } from "~db/pursuits.server";
import type { ScopeTx } from "~db/scope.server";
import { openTask } from "~db/staff-tasks.server";
import { contactHostWhenReady } from "./contact-host.server";
import { tellCoordinators, tellStudent } from "./tell.server";
import { withdrawInScope } from "./withdraw.server";

interface Effect {
  actor: SchoolActor;
  consent: ConsentFacts;
  on: string;
  now: Date;
}

/** What a given consent sets going: gates close and waiting first contacts leave. Answers how many hosts were contacted. */
export async function afterConsentGiven(tx: ScopeTx, wiring: Wiring, { actor, consent, on, now }: Effect): Promise<number> {
  const { school_id: schoolId, student_id: studentId } = consent;
  if (consent.purpose === "participate" && consent.pursuit_id) {
    await closeGate(tx, { schoolId, pursuitId: consent.pursuit_id, kind: "participate_consent", by: consent.recorded_by, on, note: `consent ${consent.id}` });
  }
  let contacted = 0;
  for (const pursuit of await listPursuits(tx, { schoolId, studentId, states: ["approved"] })) {
    const contact = await contactHostWhenReady(tx, wiring, { actor, pursuitId: pursuit.pursuit_id, now });
    if (contact === "contacted") contacted += 1;
  }
  return contacted;
}

/**
 * What a refusal sets going. One holder's refusal outweighs an earlier yes until a coordinator has talked with the family:
 * approved pursuits wait, and staff get a task. The student reads "Not possible now; talk with your advisor".
 */
export async function afterConsentRefused(tx: ScopeTx, wiring: Wiring, effect: Effect): Promise<void> {
  await takeConsentBack(tx, wiring, effect, { withdraw: false });
}

/** What a revocation sets going: hosts who already know are told that it ends, and read nothing more. */
export async function afterConsentRevoked(tx: ScopeTx, wiring: Wiring, effect: Effect): Promise<void> {
  await takeConsentBack(tx, wiring, effect, { withdraw: true });
}

async function takeConsentBack(tx: ScopeTx, wiring: Wiring, { actor, consent, now }: Effect, { withdraw }: { withdraw: boolean }): Promise<void> {
  const { school_id: schoolId, student_id: studentId } = consent;
  const all = await listPursuits(tx, { schoolId, studentId, states: ["approved", "contacted", "offered"] });
  const touched = consent.pursuit_id ? all.filter((pursuit) => pursuit.pursuit_id === consent.pursuit_id) : all;
  for (const pursuit of touched) await holdPursuit(tx, wiring, { actor, consent, pursuit, withdraw, now });
  await openTask(tx, {
    schoolId,
    kind: "consent_refused",
    subject: { noun: "consent", id: consent.id },
    props: { purpose: consent.purpose },
    dedupeKey: `consent_refused:${consent.id}`,
    now,
  });
  const first = touched[0];
  if (first) await tellCoordinators(tx, { wiring, pursuit: first, event: "consent_refused", now });
}

async function holdPursuit(
  tx: ScopeTx,
  wiring: Wiring,
  { actor, consent, pursuit, withdraw, now }: { actor: SchoolActor; consent: ConsentFacts; pursuit: PursuitFacts; withdraw: boolean; now: Date },
): Promise<void> {
  const kind = consent.purpose === "participate" ? "participate_consent" : "looking_consent";
  await reopenGate(tx, { schoolId: pursuit.school_id, pursuitId: pursuit.pursuit_id, kind });
  await tellStudent(tx, { wiring, pursuit, event: "not_possible_now", now });
  if (!withdraw || consent.purpose !== "looking") return;
  const system = { kind: "system", job: "consent-revoked", schoolId: actor.schoolId, districtId: actor.districtId } as const;
  await withdrawInScope(tx, wiring, { actor: system, pursuit, reason: `consent ${consent.id} revoked`, now });
}
