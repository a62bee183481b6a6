import { civilDate } from "~/clock";
import type { Actor } from "~/domain/actor";
import type { HolderAnswer } from "~/domain/consent/answers";
import { type Channel, mayDisclose } from "~/domain/consent/lifecycle";
import { type Outcome, refused } from "~/domain/outcome";
import { mayDecidePursuits } from "~/domain/pursuit/policy";
import type { AdvanceRefusal } from "~/lifecycle.server";
import type { Wiring } from "~/wiring";
import { findConsentRights } from "~db/consent-holders.server";
import { lockConsent } from "~db/consents.server";
import { getSchool } from "~db/schools.server";
import { withScope } from "~db/scope.server";
import { type Settled, settleConsent } from "./settle-consent.server";

export interface RecordedConsent {
  consentId: string;
  answer: HolderAnswer;
  channel: Exclude<Channel, "web" | "link">;
  /** Civil date on which the holder signed or spoke. */
  on: string;
  signedName: string;
  relationship: string;
  interpreter: string;
  /** Where the signed paper is kept, or the number of the scan. */
  evidence: string;
}

export type RecordRefusal =
  | AdvanceRefusal
  | "no_rights"
  | "spoken_yes"
  | "evidence_missing"
  | "interpreter_missing"
  | "date_in_future"
  | "date_before_request";

/**
 * Staff record what a holder answered on paper, by phone or in person. A spoken yes is refused, paper needs its evidence,
 * and a yes in a language without a released text needs the interpreter who read it out.
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
    if (input.answer === "give") {
      if (!mayDisclose(input.channel)) return refused("spoken_yes");
      if (input.evidence.trim() === "" || input.signedName.trim() === "") return refused("evidence_missing");
      if (consent.text_state !== "released" && input.interpreter.trim() === "") return refused("interpreter_missing");
    }
    return settleConsent(tx, wiring, {
      actor,
      consent,
      answer: input.answer,
      channel: input.channel,
      signature: { name: input.signedName, relationship: input.relationship },
      interpreter: input.interpreter.trim(),
      evidence: input.evidence.trim(),
      recordedBy: actor.personId,
      sameAddressAsStudent: consent.same_address_as_student,
      signedOn: input.on,
      on: today,
      now,
    });
  });
}
