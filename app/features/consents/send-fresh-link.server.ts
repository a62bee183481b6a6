import { civilDate } from "~/clock";
import type { SystemActor } from "~/domain/actor";
import { done, type Outcome, refused } from "~/domain/outcome";
import { days, hours } from "~/domain/time";
import { CONSENT_LINK_DAYS, mailConsentRequest } from "~/steps/mail-consent-request.server";
import type { Wiring } from "~/wiring";
import { recordAct } from "~db/audit.server";
import { findConsentRights } from "~db/consent-holders.server";
import { lockConsent } from "~db/consents.server";
import { findLink, hasLinkBeyond } from "~db/links.server";
import { findMailOf } from "~db/people.server";
import { getSchool } from "~db/schools.server";
import { withIdentity, withScope } from "~db/scope.server";
import { askOnPaper } from "./ask-on-paper.server";

/** So long a fresh link counts as on its way: a second click sends none, and somebody without the mail is not stuck for a day. */
const PAUSE = hours(1);

export type FreshLinkRefusal = "not_found" | "already_answered" | "no_rights" | "no_mail";

/**
 * An expired link offers a fresh one, which goes to the address the school knows, never to the one who asks. Where no
 * address takes mail, staff get a task instead.
 */
export async function sendFreshLink(wiring: Wiring, linkId: string): Promise<Outcome<null, FreshLinkRefusal>> {
  const link = await withIdentity(wiring, (tx) => findLink(tx, linkId));
  if (link?.kind !== "consent") return refused("not_found");
  const { school_id: schoolId, district_id: districtId, subject_id: consentId } = link;
  const actor: SystemActor = { kind: "system", job: "fresh-link", schoolId, districtId };
  const now = wiring.clock.now();
  return withScope(wiring, actor, async (tx) => {
    const consent = await lockConsent(tx, { schoolId, consentId });
    if (!consent) return refused("not_found");
    if (consent.state !== "requested") return refused("already_answered");
    const { guardian_id: personId, student_id: studentId, language } = consent;
    const school = await getSchool(tx, schoolId);
    const on = civilDate(now, school.time_zone);
    const rights = await findConsentRights(tx, { schoolId, studentId, personId, on });
    if (!rights || rights.isSelf) return refused("no_rights");
    const mail = await findMailOf(tx, { schoolId, personId });
    if (!mail) {
      await askOnPaper(tx, { consent, now });
      return refused("no_mail");
    }
    const moment = new Date(now.getTime() + days(CONSENT_LINK_DAYS) - PAUSE);
    if (await hasLinkBeyond(tx, { schoolId, subjectId: consentId, personId, kind: "consent", moment }))
      return done(null);
    await mailConsentRequest(tx, wiring, {
      kind: "consent-request",
      school,
      consentId,
      holder: { personId, name: consent.guardian_name, language, mail, isSelf: false },
      studentName: consent.student_outside_name,
      round: `fresh:${now.getTime()}`,
      now,
    });
    await recordAct(tx, {
      actor,
      noun: "consent",
      nounId: consentId,
      transition: "fresh_link",
      language,
      onBehalfOf: personId,
      now,
    });
    return done(null);
  });
}
