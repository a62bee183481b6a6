import { civilDate } from "~/clock";
import type { Actor } from "~/domain/actor";
import { done, type Outcome, refused } from "~/domain/outcome";
import { mayDecidePursuits } from "~/domain/pursuit/policy";
import type { Wiring } from "~/wiring";
import { recordAct } from "~db/audit.server";
import { findConsentRights } from "~db/consent-holders.server";
import { findConsent } from "~db/consents.server";
import { guardianCodeMac, newGuardianCode, upsertGuardianCode } from "~db/guardian-codes.server";
import { getSchool } from "~db/schools.server";
import { withScope } from "~db/scope.server";

export type CodeRefusal = "not_permitted" | "not_found" | "no_rights" | "needs_no_code";

/**
 * Staff make a new code for the guardian who was asked for a consent; it is shown once, and the old one stops working.
 * A student who holds their own rights signs in and needs none.
 */
export async function issueGuardianCode(
  wiring: Wiring,
  actor: Actor,
  input: { consentId: string },
): Promise<Outcome<{ code: string }, CodeRefusal>> {
  if (actor.kind !== "staff" || !mayDecidePursuits(actor)) return refused("not_permitted");
  const now = wiring.clock.now();
  const { schoolId } = actor;
  return withScope(wiring, actor, async (tx) => {
    const consent = await findConsent(tx, { schoolId, consentId: input.consentId });
    if (!consent) return refused("not_found");
    const { guardian_id: guardianId, student_id: studentId } = consent;
    const on = civilDate(now, (await getSchool(tx, schoolId)).time_zone);
    const rights = await findConsentRights(tx, { schoolId, studentId, personId: guardianId, on });
    if (!rights) return refused("no_rights");
    if (rights.isSelf) return refused("needs_no_code");
    const code = newGuardianCode();
    const mac = guardianCodeMac(wiring.env.secret, schoolId, guardianId, code);
    await upsertGuardianCode(tx, { schoolId, guardianId, mac, issuedBy: actor.personId, now });
    await recordAct(tx, {
      actor,
      noun: "guardian_code",
      nounId: guardianId,
      transition: "issue",
      onBehalfOf: guardianId,
      now,
    });
    return done({ code });
  });
}
