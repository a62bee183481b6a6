import type { LinkActor, SystemActor } from "~/domain/actor";
import { done, type Outcome, refused } from "~/domain/outcome";
import { mailConsentRequest } from "~/steps/ask-for-consent.server";
import type { Wiring } from "~/wiring";
import { findConsent } from "~db/consents.server";
import { findMailOf } from "~db/people.server";
import { getSchool } from "~db/schools.server";
import { withScope } from "~db/scope.server";

/** An expired link offers a fresh one, which goes to the address the school knows, never to the one who asks. */
export async function sendFreshLink(
  wiring: Wiring,
  link: Pick<LinkActor, "schoolId" | "districtId" | "subjectId" | "linkKind">,
): Promise<Outcome<null, "not_found" | "already_answered" | "no_mail">> {
  if (link.linkKind !== "consent") return refused("not_found");
  const actor: SystemActor = { kind: "system", job: "fresh-link", schoolId: link.schoolId, districtId: link.districtId };
  const now = wiring.clock.now();
  return withScope(wiring, actor, async (tx) => {
    const consent = await findConsent(tx, { schoolId: link.schoolId, consentId: link.subjectId });
    if (!consent) return refused("not_found");
    if (consent.state !== "requested") return refused("already_answered");
    const mail = await findMailOf(tx, { schoolId: link.schoolId, personId: consent.guardian_id });
    if (!mail) return refused("no_mail");
    await mailConsentRequest(tx, wiring, {
      school: await getSchool(tx, link.schoolId),
      consentId: consent.id,
      guardianId: consent.guardian_id,
      mail,
      language: consent.language,
      guardianName: consent.guardian_name,
      studentName: consent.student_name,
      now,
    });
    return done(null);
  });
}
