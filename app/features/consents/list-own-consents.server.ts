import { civilDate } from "~/clock";
import type { StudentActor } from "~/domain/actor";
import type { Wiring } from "~/wiring";
import { findConsentRights } from "~db/consent-holders.server";
import { listConsents } from "~db/consents.server";
import { getSchool } from "~db/schools.server";
import { withScope } from "~db/scope.server";

export interface OwnConsentRow {
  id: string;
  purpose: string;
  state: string;
}

/** What a student of 18 was asked for themselves, newest first; nothing while guardians consent for them. */
export async function listOwnConsents(wiring: Wiring, actor: StudentActor): Promise<OwnConsentRow[]> {
  const { schoolId, personId } = actor;
  return withScope(wiring, actor, async (tx) => {
    const on = civilDate(wiring.clock.now(), (await getSchool(tx, schoolId)).time_zone);
    if (!(await findConsentRights(tx, { schoolId, studentId: personId, personId, on }))) return [];
    const consents = await listConsents(tx, { schoolId, studentId: personId, guardianId: personId });
    return consents.map(({ id, purpose, state }) => ({ id, purpose, state }));
  });
}
