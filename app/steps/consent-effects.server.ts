import type { SchoolActor, SystemActor } from "~/domain/actor";
import type { Wiring } from "~/wiring";
import { type ConsentFacts, listConsentAnswers } from "~db/consents.server";
import { enqueue } from "~db/jobs.server";
import { listPursuits, type PursuitFacts } from "~db/pursuits.server";
import type { ScopeTx } from "~db/scope.server";
import { closeTasksOf, openTask } from "~db/staff-tasks.server";
import { cancelVisitsBehind } from "./cancel-visits.server";
import { contactHostWhenReady } from "./contact-host.server";
import { meetGate, openGateAgain } from "./gates.server";
import { holdUnsentContact } from "./hold-contact.server";
import { type StudentNews, tellCoordinators, tellStudent } from "./tell.server";
import { weighConsent } from "./weigh-consent.server";
import { withdrawInScope } from "./withdraw.server";

interface Effect {
  actor: SchoolActor;
  consent: ConsentFacts;
  /** Today where the school is. */
  on: string;
  now: Date;
}

/** The gate that a purpose closes, and the states in which a pursuit waits for it. Other purposes close none. */
const GATES: Readonly<Record<string, { kind: string; states: readonly string[] }>> = {
  looking: { kind: "looking_consent", states: ["approved", "contacted", "offered"] },
  participate: { kind: "participate_consent", states: ["approved", "contacted", "offered", "accepted"] },
};

/**
 * What a given consent sets going: gates close, waiting first contacts leave, and the student hears that the family agreed.
 * Nothing while another holder's no is in the way. Answers how many hosts were contacted.
 */
export async function afterConsentGiven(
  tx: ScopeTx,
  wiring: Wiring,
  { actor, consent, on, now }: Effect,
): Promise<number> {
  const { school_id: schoolId, student_id: studentId, purpose, pursuit_id: pursuitId } = consent;
  const gate = GATES[purpose];
  const asked = { schoolId, studentId, purpose, pursuitId, on };
  const { standing } = await weighConsent(tx, asked);
  if (!standing) return 0;
  const settled = (await listConsentAnswers(tx, asked)).filter(({ state }) => state !== "given").map(({ id }) => id);
  for (const id of [consent.id, ...settled])
    await closeTasksOf(tx, { schoolId, dedupeKey: `consent_refused:${id}`, note: `consent ${standing.id}`, now });
  if (!gate) return 0;
  let contacted = 0;
  for (const pursuit of await listTouched(tx, consent, gate.states)) {
    const isFirst = purpose === "looking" && pursuit.state === "approved";
    if (
      isFirst &&
      (await contactHostWhenReady(tx, wiring, { actor, pursuitId: pursuit.pursuit_id, now })) === "contacted"
    ) {
      contacted += 1;
      continue;
    }
    const note = `consent ${standing.id}`;
    await meetGate(tx, {
      actor,
      pursuitId: pursuit.pursuit_id,
      kind: gate.kind,
      by: standing.recordedBy,
      on,
      note,
      now,
    });
    await tellUnlessOwn(tx, wiring, { consent, pursuit, event: "consent_given", now });
    // Whoever came to lead the place while no consent stood has heard nothing yet.
    if (pursuit.contacted_at) await enqueue(tx, "contact-hosts", { schoolId, listingId: pursuit.listing_id });
  }
  return contacted;
}

/**
 * What a refusal sets going. One holder's refusal outweighs a yes until a coordinator has talked with the family: approved
 * pursuits wait, a first contact that has not left is stopped, and staff get a task. The student reads "Not possible now;
 * talk with your advisor".
 */
export async function afterConsentRefused(tx: ScopeTx, wiring: Wiring, effect: Effect): Promise<void> {
  const touched = await holdPursuits(tx, wiring, effect);
  const { consent, now } = effect;
  for (const pursuit of touched) await tellUnlessOwn(tx, wiring, { consent, pursuit, event: "not_possible_now", now });
  if (consent.purpose !== "looking") return;
  const actor = systemFor(effect, "consent-refused");
  for (const pursuit of touched)
    await holdUnsentContact(tx, { actor, pursuit, reason: `consent ${consent.id} refused`, now });
}

/**
 * What a revocation sets going: without `looking`, pursuits of which a host knows end; student and host are told, and the host
 * reads nothing more. Every other one waits, as after a refusal.
 */
export async function afterConsentRevoked(tx: ScopeTx, wiring: Wiring, effect: Effect): Promise<void> {
  const touched = await holdPursuits(tx, wiring, effect);
  const { consent, now } = effect;
  const actor = systemFor(effect, "consent-revoked");
  const because = "school_decision";
  const reason = `consent ${consent.id} revoked`;
  for (const pursuit of touched) {
    if (consent.purpose === "looking" && pursuit.state !== "approved")
      await withdrawInScope(tx, wiring, { actor, pursuit, because, reason, now });
    else await tellUnlessOwn(tx, wiring, { consent, pursuit, event: "not_possible_now", now });
  }
}

function systemFor({ actor }: Effect, job: string): SystemActor {
  return { kind: "system", job, schoolId: actor.schoolId, districtId: actor.districtId };
}

async function holdPursuits(tx: ScopeTx, wiring: Wiring, { actor, consent, now }: Effect): Promise<PursuitFacts[]> {
  const { school_id: schoolId, purpose } = consent;
  const gate = GATES[purpose];
  const touched = gate ? await listTouched(tx, consent, gate.states) : [];
  for (const pursuit of touched) {
    const reason = `consent ${consent.id}`;
    await openGateAgain(tx, { actor, pursuitId: pursuit.pursuit_id, kind: gate?.kind ?? "", reason, now });
    await cancelVisitsBehind(tx, wiring, { actor, pursuit, gate: gate?.kind ?? "", reason, now });
  }
  await openTask(tx, {
    schoolId,
    kind: "consent_refused",
    subject: { noun: "consent", id: consent.id },
    props: { purpose, guardian: consent.guardian_full_name, title: touched[0]?.title ?? "" },
    dedupeKey: `consent_refused:${consent.id}`,
    now,
  });
  if (touched[0]) await tellCoordinators(tx, { wiring, pursuit: touched[0], event: "consent_refused", now });
  return touched;
}

/** A student who answered for themselves knows it. */
async function tellUnlessOwn(
  tx: ScopeTx,
  wiring: Wiring,
  { consent, ...news }: { consent: ConsentFacts; pursuit: PursuitFacts; event: StudentNews; now: Date },
): Promise<void> {
  if (consent.guardian_id !== consent.student_id) await tellStudent(tx, { wiring, ...news });
}

/** The pursuits a consent is about, in the order of their listings: everybody who locks several listings does it in this order. */
async function listTouched(tx: ScopeTx, consent: ConsentFacts, states: readonly string[]): Promise<PursuitFacts[]> {
  const { school_id: schoolId, student_id: studentId } = consent;
  const all = await listPursuits(tx, { schoolId, studentId, states });
  const touched = consent.pursuit_id ? all.filter((pursuit) => pursuit.pursuit_id === consent.pursuit_id) : all;
  return touched.sort((a, b) => a.listing_id.localeCompare(b.listing_id));
}
