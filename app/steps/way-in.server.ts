import type { ComesAs } from "~/domain/people/invitation";
import { findMailThatLetsIn, type InvitationRow } from "~db/invitations.server";
import type { ScopeTx } from "~db/scope.server";

/**
 * How an invitation still lets its person in on a day: by mail while its address does, with that address; by a code while they
 * are family whom no address lets in, with none. Null for one whose way is closed.
 */
export async function findWayIn(
  tx: ScopeTx,
  { way, person_id: personId, contact_point_id: contactPointId }: InvitationRow,
  { schoolId, as, on }: { schoolId: string; as: ComesAs; on: string },
): Promise<{ mail: string | null } | null> {
  if (way !== "mail") {
    const isClosed = as === "staff" || (await findMailThatLetsIn(tx, { schoolId, personId, on }));
    return isClosed ? null : { mail: null };
  }
  const address = contactPointId && (await findMailThatLetsIn(tx, { schoolId, personId, on, contactPointId }));
  return address ? { mail: address.value } : null;
}
