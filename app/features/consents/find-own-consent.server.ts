import { civilDate } from "~/clock";
import type { GuardianActor, LinkActor, StudentActor } from "~/domain/actor";
import { done, type Outcome, refused } from "~/domain/outcome";
import { type ConsentRights, findConsentRights } from "~db/consent-holders.server";
import type { ConsentFacts } from "~db/consents.server";
import { getSchool } from "~db/schools.server";
import type { ScopeTx } from "~db/scope.server";

/** Who answers a consent: a guardian by a mailed link or signed in, or a student who holds their own rights. */
export type HolderActor = LinkActor | GuardianActor | StudentActor;

export interface OwnConsent {
  consent: ConsentFacts;
  rights: ConsentRights;
  school: Awaited<ReturnType<typeof getSchool>>;
  /** Today where the school is. */
  on: string;
}

/**
 * The consent that was asked of the actor, with what they may do about it today. A link opens its own subject only, and
 * nobody answers for another: both are `not_found`. Somebody who was asked and may not consent any more gets `no_rights`,
 * with the name and phone number of who can help. `read` finds the row, or locks it.
 */
export async function findOwnConsent(
  tx: ScopeTx,
  actor: HolderActor,
  asked: {
    consentId: string;
    now: Date;
    read: (tx: ScopeTx, key: { schoolId: string; consentId: string }) => Promise<ConsentFacts | undefined>;
  },
): Promise<Outcome<OwnConsent, "not_found" | "no_rights">> {
  const { schoolId, personId } = actor;
  const { consentId, now, read } = asked;
  if (actor.kind === "link" && (actor.linkKind !== "consent" || actor.subjectId !== consentId))
    return refused("not_found");
  const consent = await read(tx, { schoolId, consentId });
  if (!consent || personId === null || consent.guardian_id !== personId) return refused("not_found");
  const school = await getSchool(tx, schoolId);
  const on = civilDate(now, school.time_zone);
  const rights = await findConsentRights(tx, { schoolId, studentId: consent.student_id, personId, on });
  if (!rights || rights.isSelf !== (actor.kind === "student"))
    return refused("no_rights", { name: school.help_name, phone: school.help_phone });
  return done({ consent, rights, school, on });
}
