import type { SystemActor } from "~/domain/actor";
import { done, type Outcome, refused } from "~/domain/outcome";
import { mailConsentRequest } from "~/steps/mail-consent-request.server";
import type { Wiring } from "~/wiring";
import { findConsent } from "~db/consents.server";
import { findLink } from "~db/links.server";
import { findMailOf } from "~db/people.server";
import { getSchool } from "~db/schools.server";
import { withIdentity, withScope } from "~db/scope.server";

/** An expired link offers a fresh one, which goes to the address the school knows, never to the one who asks. */
export async function sendFreshLink(
  wiring: Wiring,
  linkId: string,
): Promise<Outcome<null, "not_found" | "already_answered" | "no_mail">> {
  const link = await withIdentity(wiring, (tx) => findLink(tx, linkId));
  if (link?.kind !== "consent") return refused("not_found");
  const { school_id: schoolId, district_id: districtId, subject_id: consentId } = link;
  const actor: SystemActor = { kind: "system", job: "fresh-link", schoolId, districtId };
  const now = wiring.clock.now();
  return withScope(wiring, actor, async (tx) => {
    const consent = await findConsent(tx, { schoolId, consentId });
    if (!consent) return refused("not_found");
    if (consent.state !== "requested") return refused("already_answered");
    const mail = await findMailOf(tx, { schoolId, personId: consent.guardian_id });
    if (!mail) return refused("no_mail");
    await mailConsentRequest(tx, wiring, {
      kind: "consent-request",
      school: await getSchool(tx, schoolId),
      consentId: consent.id,
      holder: {
        personId: consent.guardian_id,
        name: consent.guardian_name,
        language: consent.language,
        mail,
        isSelf: false,
      },
      studentName: consent.student_name,
      round: `fresh:${linkId}`,
      now,
    });
    return done(null);
  });
}
