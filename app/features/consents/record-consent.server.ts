import { civilDate } from "~/clock";
import type { HowItWasSaid } from "~/domain/acting/how-it-was-said";
import type { ScanFault } from "~/domain/acting/scan";
import type { Actor } from "~/domain/actor";
import type { HolderAnswer } from "~/domain/consent/answers";
import { mayDisclose } from "~/domain/consent/lifecycle";
import { type Outcome, refused } from "~/domain/outcome";
import { mayDecidePursuits } from "~/domain/pursuit/policy";
import type { AdvanceRefusal } from "~/lifecycle.server";
import { keepScan, readScan } from "~/steps/keep-scan.server";
import type { Wiring } from "~/wiring";
import { findConsentRights } from "~db/consent-holders.server";
import { lockConsent } from "~db/consents.server";
import { getSchool } from "~db/schools.server";
import { withScope } from "~db/scope.server";
import { type Settled, settleConsent } from "./settle-consent.server";

export interface RecordedConsent extends HowItWasSaid {
  consentId: string;
  answer: HolderAnswer;
  /** Civil date on which the holder signed or spoke. */
  on: string;
  signedName: string;
  relationship: string;
}

export type RecordRefusal =
  | AdvanceRefusal
  | ScanFault
  | "no_rights"
  | "spoken_yes"
  | "evidence_missing"
  | "interpreter_missing"
  | "date_in_future"
  | "date_before_request";

/**
 * Staff record what a holder answered on paper, by phone or in person. A spoken yes is refused, a signed one needs where the paper
 * is kept or its scan, and a yes in a language without a released text needs the interpreter who read it out.
 */
export async function recordConsent(
  wiring: Wiring,
  actor: Actor,
  input: RecordedConsent,
): Promise<Outcome<Settled, RecordRefusal>> {
  if (actor.kind !== "staff" || !mayDecidePursuits(actor)) return refused("not_permitted");
  const now = wiring.clock.now();
  const { schoolId } = actor;
  return withScope(wiring, actor, async (tx) => {
    const consent = await lockConsent(tx, { schoolId, consentId: input.consentId });
    if (!consent) return refused("not_found");
    const { time_zone: timeZone } = await getSchool(tx, schoolId);
    const today = civilDate(now, timeZone);
    const holder = { schoolId, studentId: consent.student_id, personId: consent.guardian_id, on: today };
    if (!(await findConsentRights(tx, holder))) return refused("no_rights");
    if (input.on > today) return refused("date_in_future");
    if (input.on < civilDate(new Date(consent.requested_at), timeZone)) return refused("date_before_request");
    const of = { noun: "consent", id: input.consentId } as const;
    const scan = await readScan(tx, { schoolId, of, file: input.scan });
    if (!scan.ok) return scan;
    if (input.answer === "give") {
      if (!mayDisclose(input.channel)) return refused("spoken_yes");
      const isProved = input.evidence.trim() !== "" || scan.value !== null;
      if (!isProved || input.signedName.trim() === "") return refused("evidence_missing");
      if (consent.text_state !== "released" && input.interpreter.trim() === "") return refused("interpreter_missing");
    }
    const settled = await settleConsent(tx, wiring, {
      actor,
      consent,
      answer: input.answer,
      channel: input.channel,
      language: input.language ?? consent.language,
      interpreter: input.interpreter.trim(),
      evidence: input.evidence.trim(),
      signature: { name: input.signedName, relationship: input.relationship },
      recordedBy: actor.personId,
      sameAddressAsStudent: consent.same_address_as_student,
      signedOn: input.on,
      on: today,
      now,
    });
    if (settled.ok) await keepScan(tx, { actor, of, picture: scan.value, now });
    return settled;
  });
}
