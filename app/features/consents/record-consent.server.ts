import { civilDate } from "~/clock";
import type { Actor } from "~/domain/actor";
import { type Channel, mayDisclose } from "~/domain/consent/lifecycle";
import { validUntil } from "~/domain/consent/validity";
import { done, type Outcome, refused } from "~/domain/outcome";
import { mayDecidePursuits } from "~/domain/pursuit/policy";
import { type AdvanceRefusal, advance } from "~/lifecycle.server";
import { afterConsentGiven, afterConsentRefused, afterConsentRevoked } from "~/steps/consent-effects.server";
import type { Wiring } from "~/wiring";
import { findConsent } from "~db/consents.server";
import { getSchool } from "~db/schools.server";
import { withScope } from "~db/scope.server";
import { closeTasksOf } from "~db/staff-tasks.server";

export interface RecordedConsent {
  consentId: string;
  answer: "give" | "refuse" | "revoke";
  channel: Exclude<Channel, "web" | "link">;
  /** Civil date on which the guardian signed or spoke. */
  on: string;
  signedName: string;
  relationship: string;
  interpreter: string;
  /** Where the signed paper is kept, or the number of the scan. */
  evidence: string;
}

export type RecordRefusal = AdvanceRefusal | "spoken_yes" | "evidence_missing" | "date_in_future";

/** Staff record what a guardian answered on paper, by phone or in person. A spoken yes is refused; paper needs its evidence. */
export async function recordConsent(
  wiring: Wiring,
  actor: Actor,
  input: RecordedConsent,
): Promise<Outcome<{ state: string; contacted: number }, RecordRefusal>> {
  if (actor.kind !== "staff" || !mayDecidePursuits(actor)) return refused("not_permitted");
  if (input.answer === "give" && !mayDisclose(input.channel)) return refused("spoken_yes");
  if (input.answer === "give" && (input.evidence.trim() === "" || input.signedName.trim() === ""))
    return refused("evidence_missing");
  const now = wiring.clock.now();
  const { schoolId } = actor;
  return withScope(wiring, actor, async (tx) => {
    const consent = await findConsent(tx, { schoolId, consentId: input.consentId });
    if (!consent) return refused("not_found");
    const school = await getSchool(tx, schoolId);
    const today = civilDate(now, school.time_zone);
    if (input.on > today) return refused("date_in_future");
    const moved = await advance(tx, {
      actor,
      noun: "consent",
      id: consent.id,
      move: input.answer,
      met: input.answer === "give" ? (["guardian_authenticated", "disclosing_channel"] as never) : ([] as never),
      notices: { student: async () => {}, coordinators: async () => {} } as never,
      set: {
        answered_at: now.toISOString(),
        channel: input.channel,
        signed_name: input.signedName,
        signed_relationship: input.relationship,
        interpreter: input.interpreter,
        evidence: input.evidence,
        recorded_by: actor.personId,
        ...(input.answer === "give" ? { valid_until: validUntil(consent.purpose, input.on) } : {}),
      },
      act: {
        channel: input.channel,
        onBehalfOf: consent.guardian_id,
        language: consent.language,
        interpreter: input.interpreter,
        evidence: input.evidence,
      },
      now,
    });
    if (!moved.ok) return moved;
    await closeTasksOf(tx, { schoolId, dedupeKey: `interpreter_consent:${consent.id}`, note: input.answer, now });
    const effect = { actor, consent: { ...consent, recorded_by: actor.personId }, on: input.on, now };
    if (input.answer === "give")
      return done({ state: moved.value.to, contacted: await afterConsentGiven(tx, wiring, effect) });
    await (input.answer === "refuse" ? afterConsentRefused : afterConsentRevoked)(tx, wiring, effect);
    return done({ state: moved.value.to, contacted: 0 });
  });
}
