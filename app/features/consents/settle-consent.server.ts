import type { SchoolActor } from "~/domain/actor";
import type { HolderAnswer } from "~/domain/consent/answers";
import type { Channel } from "~/domain/consent/lifecycle";
import { validUntil } from "~/domain/consent/validity";
import { done, type Outcome } from "~/domain/outcome";
import type { CivilDate } from "~/domain/time";
import { type AdvanceRefusal, advance } from "~/lifecycle.server";
import { afterConsentGiven, afterConsentRefused, afterConsentRevoked } from "~/steps/consent-effects.server";
import type { Wiring } from "~/wiring";
import type { ConsentFacts } from "~db/consents.server";
import type { ScopeTx } from "~db/scope.server";
import { closeTasksOf } from "~db/staff-tasks.server";

export interface Settlement {
  actor: SchoolActor;
  /** As it is under the student's lock. */
  consent: ConsentFacts;
  answer: HolderAnswer;
  channel: Channel;
  /** In which it was said, or read on the page. */
  language: string;
  signature: { name: string; relationship: string };
  interpreter: string;
  /** Where the proof is: of paper its place, of a page the text that was read and how the holder was authenticated. */
  evidence: string;
  /** The member of staff who took it down, null when the holder answered alone. */
  recordedBy: string | null;
  sameAddressAsStudent: boolean;
  /** The day from which a yes counts. */
  signedOn: CivilDate;
  /** Today where the school is. */
  on: CivilDate;
  now: Date;
}

export interface Settled {
  state: string;
  /** How many hosts the answer let us write to. */
  contacted: number;
}

/**
 * Writes an answer that was found valid, with its row in the audit log and everything it sets going. The student and the
 * coordinators hear of it for each pursuit it touches, which says more than a mail about the consent would.
 */
export async function settleConsent(
  tx: ScopeTx,
  wiring: Wiring,
  settlement: Settlement,
): Promise<Outcome<Settled, AdvanceRefusal>> {
  const { actor, consent, answer, on, now } = settlement;
  const moved = await moveConsent(tx, settlement);
  if (!moved.ok) return moved;
  const dedupeKey = `interpreter_consent:${consent.id}`;
  await closeTasksOf(tx, { schoolId: actor.schoolId, dedupeKey, note: answer, now });
  const effect = { actor, consent, on, now };
  if (answer === "refuse") await afterConsentRefused(tx, wiring, effect);
  if (answer === "revoke") await afterConsentRevoked(tx, wiring, effect);
  const contacted = answer === "give" ? await afterConsentGiven(tx, wiring, effect) : 0;
  return done({ state: moved.value.to, contacted });
}

function moveConsent(tx: ScopeTx, settlement: Settlement) {
  const { actor, consent, answer, channel, language, interpreter, evidence, signedOn, now } = settlement;
  const isOwn = consent.guardian_id === consent.student_id;
  const wish = {
    actor,
    noun: "consent",
    id: consent.id,
    act: { channel, interpreter, evidence, language, onBehalfOf: behalfOf() },
    now,
  } as const;
  const answered = { answered_at: now.toISOString(), channel, recorded_by: settlement.recordedBy };
  const signed = {
    ...answered,
    signed_name: settlement.signature.name.trim(),
    signed_relationship: settlement.signature.relationship.trim(),
    interpreter,
    evidence,
    same_address_as_student: settlement.sameAddressAsStudent,
  };
  const later = async () => {};
  switch (answer) {
    case "give":
      return advance(tx, {
        ...wish,
        move: "give",
        met: ["guardian_authenticated", "disclosing_channel"],
        notices: { student: later },
        set: { ...signed, valid_until: validUntil(consent.purpose, signedOn) },
      });
    case "refuse":
      return advance(tx, {
        ...wish,
        move: "refuse",
        met: [],
        notices: { student: later, coordinators: later },
        set: signed,
      });
    case "revoke":
      // Who signed what stays with the row; how it was taken back is in the audit log.
      return advance(tx, {
        ...wish,
        move: "revoke",
        met: [],
        notices: { student: later, coordinators: later },
        set: answered,
      });
  }

  /** Staff act for the holder who spoke; a guardian acts for the student; a student of 18 for nobody else. */
  function behalfOf(): string | null {
    if (settlement.recordedBy !== null) return consent.guardian_id;
    return isOwn ? null : consent.student_id;
  }
}
