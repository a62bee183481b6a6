import { civilDate, daysLater } from "~/clock";
import type { StaffActor } from "~/domain/actor";
import { mayLetInEverywhere } from "~/steps/let-in.server";
import { reachPerson } from "~/steps/reach-person.server";
import { recordAct } from "~db/audit.server";
import { deleteMailOf } from "~db/contact-points.server";
import { isAddressOfOthers, moveMailedInvitation } from "~db/invitations.server";
import { endMailedLinks, findLinkByHash, hashLinkToken, insertLink } from "~db/links.server";
import { endMembershipsByMail, hasComeInBy } from "~db/memberships.server";
import { getSchool } from "~db/schools.server";
import { type ScopeTx, throughIdentity } from "~db/scope.server";

interface Leaving {
  actor: StaffActor;
  personId: string;
  language: string;
  /** The address that was wrong, or whose reader did not want our mail. */
  was: string;
  /** The right one. */
  address: string;
  now: Date;
}

/**
 * Takes an address that was wrong away from somebody of the school: whoever reads it may be a stranger, so nothing from there is theirs, it
 * lets nobody in as them, and links that were mailed open nothing. What it opened the right one opens, unless that is somebody else's.
 * An address with which they have come in stays in the list, as does one that the actor may not take away. Answers what the mail says
 * from now on: with a link of its own in place of the one that has ended.
 */
export async function leaveAddress<Props extends object>(
  tx: ScopeTx,
  leaving: Leaving & { props: Props },
): Promise<Props> {
  const { actor, personId, language, was, address, props, now } = leaving;
  const { schoolId } = actor;
  const { time_zone: timeZone } = await getSchool(tx, schoolId);
  const on = civilDate(now, timeZone);
  if (personId === actor.personId || !(await mayLetInEverywhere(tx, { actor, personId, on }))) return props;
  if (await hasComeInBy(tx, { schoolId, personId, mail: was, on })) return props;
  const fresh = await renewLink(tx, { schoolId, personId, was, props, now });
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

/** Ends the links that were mailed to somebody, and puts a new one in the place of the one that a mail says. */
async function renewLink<Props extends object>(
  tx: ScopeTx,
  asked: { schoolId: string; personId: string; was: string; props: Props; now: Date },
): Promise<{ props: Props; invitationId: string | null }> {
  const { schoolId, personId, was, props, now } = asked;
  const link = "link" in props && typeof props.link === "string" ? props.link : "";
  const cut = link.lastIndexOf("/") + 1;
  const old = await throughIdentity(tx, (identity) => findLinkByHash(identity, hashLinkToken(link.slice(cut))));
  await endMailedLinks(tx, { schoolId, personId, mail: was, now });
  if (old?.school_id !== schoolId || old.person_id !== personId || old.ended_at !== null)
    return { props, invitationId: null };
  const token = await insertLink(tx, {
    ...{ kind: old.kind as Parameters<typeof insertLink>[1]["kind"], schoolId, districtId: old.district_id },
    ...{ organisationId: old.organisation_id, subjectId: old.subject_id, personId, language: old.language },
    expiresAt: new Date(old.expires_at),
  });
  return {
    props: { ...props, link: `${link.slice(0, cut)}${token}` },
    invitationId: old.kind === "join" ? old.subject_id : null,
  };
}
