import { civilDate, daysLater } from "~/clock";
import type { StaffActor } from "~/domain/actor";
import { mayLetInEverywhere } from "~/steps/let-in.server";
import { reachPerson } from "~/steps/reach-person.server";
import { recordAct } from "~db/audit.server";
import { deleteMailOf } from "~db/contact-points.server";
import { isAddressOfOthers, moveMailedInvitation } from "~db/invitations.server";
import { endMailedLinks } from "~db/links.server";
import { endMembershipsByMail, hasComeInBy } from "~db/memberships.server";
import { getSchool } from "~db/schools.server";
import type { ScopeTx } from "~db/scope.server";
import { renewLink } from "./renew-link.server";

interface Leaving {
  actor: StaffActor;
  personId: string;
  language: string;
  /** The address that was wrong, or whose reader did not want our mail. */
  was: string;
  /** The right one. */
  address: string;
  /** What staff say of an address with which somebody came in. */
  old?: "theirs" | "strangers" | undefined;
  now: Date;
}

/**
 * Takes an address that was wrong away from somebody of the school: whoever reads it may be a stranger, so nothing from there is theirs, it
 * lets nobody in as them, and links that were mailed open nothing. What it opened the right one opens, unless that is somebody else's.
 * An address with which they have come in stays in the list, unless staff say that a stranger has; as does one that the actor may not take away. Answers what the mail says
 * from now on: with a link of its own in place of the one that has ended.
 */
export async function leaveAddress<Props extends object>(
  tx: ScopeTx,
  leaving: Leaving & { props: Props },
): Promise<Props> {
  const { actor, personId, language, was, address, old, props, now } = leaving;
  const { schoolId } = actor;
  const { time_zone: timeZone } = await getSchool(tx, schoolId);
  const on = civilDate(now, timeZone);
  if (personId === actor.personId || !(await mayLetInEverywhere(tx, { actor, personId, on }))) return props;
  if (old !== "strangers" && (await hasComeInBy(tx, { schoolId, personId, mail: was, on }))) return props;
  const fresh = await renewLink(tx, {
    ...{ schoolId, bearerId: personId, props },
    endOld: () => endMailedLinks(tx, { schoolId, personId, mail: was, now }),
  });
  const act = { actor, noun: "person", nounId: personId, now };
  const lastDay = civilDate(daysLater(now, -1), timeZone);
  const roles = await endMembershipsByMail(tx, { schoolId, personId, mail: was, lastDay });
  for (const role of roles) await recordAct(tx, { ...act, transition: "shut_out", reason: role });
  const letsIn = !(await isAddressOfOthers(tx, { schoolId, personId, mail: address }));
  const contact = { actor, personId, kind: "mail", value: address, isShared: false, language, on, now } as const;
  await reachPerson(tx, { ...contact, letsIn: false });
  if (letsIn) for (const onlyAs of roles) await reachPerson(tx, { ...contact, letsIn, onlyAs });
  if (fresh.invitationId && letsIn)
    await moveMailedInvitation(tx, { schoolId, personId, invitationId: fresh.invitationId, mail: address });
  if (await deleteMailOf(tx, { schoolId, personId, mail: was }))
    await recordAct(tx, { ...act, transition: "remove_contact", reason: "mail" });
  return fresh.props;
}
