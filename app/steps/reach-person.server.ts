import type { StaffActor, SystemActor } from "~/domain/actor";
import type { ContactKind } from "~/domain/people/contact";
import { recordAct } from "~db/audit.server";
import { insertContactPoint } from "~db/contact-points.server";
import { openMembership, type SchoolRole } from "~db/memberships.server";
import { listRolesOf } from "~db/person-page.server";
import type { ScopeTx } from "~db/scope.server";
import { mayLetIn } from "./let-in.server";

interface NewContact {
  actor: StaffActor | SystemActor;
  personId: string;
  kind: ContactKind;
  /** As `readContactValue` gives it. */
  value: string;
  /** A household's, not the person's alone. */
  isShared: boolean;
  /** Whether whoever holds a mail address may sign in as this person: as nothing that the actor could not bring them in for. */
  letsIn: boolean;
  /** The one place that the address opens; left out, all that the person has. */
  onlyAs?: SchoolRole;
  language: string;
  /** Today at the school. */
  on: string;
  now: Date;
}

/** Writes down how somebody is reached and, with an address that lets in, opens what they are at the school to it. False when it is there already. */
export async function reachPerson(tx: ScopeTx, contact: NewContact): Promise<boolean> {
  const { actor, personId, kind, value, now } = contact;
  const { schoolId } = actor;
  const isNew = await insertContactPoint(tx, { schoolId, personId, kind, value, shared: contact.isShared });
  if (isNew)
    await recordAct(tx, { actor, noun: "person", nounId: personId, transition: "add_contact", reason: kind, now });
  if (kind === "mail" && contact.letsIn) await letIn(tx, contact);
  return isNew;
}

/**
 * Opens what somebody is at the school to the holder of an address. A coordinator opens no place of a coordinator or an admin: who
 * chooses the address could sign in as them.
 */
async function letIn(
  tx: ScopeTx,
  { actor, personId, value: mail, language, onlyAs, on, now }: NewContact,
): Promise<void> {
  const { schoolId, districtId } = actor;
  const all = await listRolesOf(tx, { schoolId, personId, on });
  const roles = all.filter((role) => mayLetIn(actor, role) && (onlyAs === undefined || role === onlyAs));
  for (const role of roles)
    if (
      await openMembership(tx, { schoolId, districtId, personId, role: role as SchoolRole, mail, language, from: on })
    )
      await recordAct(tx, { actor, noun: "person", nounId: personId, transition: "let_in", reason: role, now });
}
