import { hasEnded } from "~/domain/people/has-ended";
import { comesAs } from "~/domain/people/invitation";
import { findInvitation, standingOfRow } from "~db/invitations.server";
import { lockNames } from "~db/person-changes.server";
import { findPerson, listRolesOf } from "~db/person-page.server";
import type { ScopeTx } from "~db/scope.server";
import { findWayIn } from "./way-in.server";

/**
 * The invitation by its id with whom it is for and what they come in as, while it is open, they are still of the school and its
 * way in is still open. Undefined otherwise. The person is locked until the transaction ends.
 */
export async function findWaiting(
  tx: ScopeTx,
  asked: { schoolId: string; invitationId: string; on: string; now: Date },
) {
  const { schoolId, invitationId, on, now } = asked;
  const known = await findInvitation(tx, { schoolId, invitationId });
  if (!known) return undefined;
  const personId = known.person_id;
  await lockNames(tx, { schoolId, personId });
  const invitation = await findInvitation(tx, { schoolId, invitationId });
  const person = await findPerson(tx, { schoolId, personId });
  if (!invitation || !person || standingOfRow(invitation, now) !== "open" || hasEnded(person.left_on, on))
    return undefined;
  const as = comesAs(await listRolesOf(tx, { schoolId, personId, on }));
  const way = as && (await findWayIn(tx, invitation, { schoolId, as, on }));
  return way ? { invitation, person, as, mail: way.mail } : undefined;
}
