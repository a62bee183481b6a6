import { daysLater } from "~/clock";
import type { StaffActor } from "~/domain/actor";
import { type ComesAs, INVITATION_DAYS, type InvitationWay } from "~/domain/people/invitation";
import type { Wiring } from "~/wiring";
import { recordAct } from "~db/audit.server";
import { insertInvitation, invitationCodeHash, newInvitationCode, withdrawInvitations } from "~db/invitations.server";
import { endJoinLinks, insertLink, insertLinkOfHash, type NewLink } from "~db/links.server";
import { enqueueMail } from "~db/mails.server";
import type { getSchool } from "~db/schools.server";
import type { ScopeTx } from "~db/scope.server";

interface Invited {
  actor: StaffActor;
  school: Awaited<ReturnType<typeof getSchool>>;
  personId: string;
  /** What they come in as. */
  as: ComesAs;
  /** As a mail greets them. */
  name: string;
  language: string;
  now: Date;
}

/** Takes back what invitation of somebody is open, with its link or code; answers whether there was one. */
export async function withdrawInvitation(
  tx: ScopeTx,
  { schoolId, personId, now }: { schoolId: string; personId: string; now: Date },
): Promise<boolean> {
  const wasOpen = await withdrawInvitations(tx, { schoolId, personId, now });
  if (wasOpen) await endJoinLinks(tx, { schoolId, personId, now });
  return wasOpen;
}

/** Mails somebody that they can sign in at an address which lets them in. The link in it opens nothing: it asks for a code. */
export async function inviteByMail(
  tx: ScopeTx,
  wiring: Wiring,
  { address, ...invited }: Invited & { address: { id: string; value: string } },
): Promise<void> {
  const how = { way: "mail", contactPointId: address.id, note: "" } as const;
  const { link } = await writeDown(tx, invited, how);
  await mailInvitation(tx, wiring, { ...invited, link, mail: address.value, event: "invited" });
}

type JoinLink = Pick<NewLink, "schoolId" | "districtId" | "subjectId" | "expiresAt">;

/** Writes the mail of an invitation, or its one reminder, with a link of its own. */
export async function mailInvitation(
  tx: ScopeTx,
  wiring: Wiring,
  invited: Omit<Invited, "actor"> & { link: JoinLink; mail: string; event: "invited" | "reminded" },
): Promise<void> {
  const { school, personId, language, event, now } = invited;
  const { schoolId, subjectId: invitationId } = invited.link;
  const token = await insertLink(tx, { ...invited.link, kind: "join", personId, language });
  await enqueueMail(tx, {
    kind: "place-invitation",
    props: {
      schoolName: school.name,
      helpName: school.help_name,
      helpPhone: school.help_phone,
      readerName: invited.name,
      reader: invited.as,
      event,
      link: `${wiring.env.origin}/join/${token}`,
    },
    to: { mail: invited.mail, language, personId },
    schoolId,
    dedupeKey: `place-invitation:${invitationId}${event === "reminded" ? ":again" : ""}`,
    now,
  });
}

/** Makes the code of a letter, or of a meeting, and answers it: it is kept as a keyed hash and shown this once. */
export async function inviteByCode(
  tx: ScopeTx,
  wiring: Wiring,
  { way, note, ...invited }: Invited & { way: Exclude<InvitationWay, "mail">; note: string },
): Promise<string> {
  const { link } = await writeDown(tx, invited, { way, contactPointId: null, note });
  const code = newInvitationCode();
  await insertLinkOfHash(tx, link, invitationCodeHash(wiring.env.secret, code));
  return code;
}

async function writeDown(
  tx: ScopeTx,
  { actor, personId, language, now }: Invited,
  how: { way: InvitationWay; contactPointId: string | null; note: string },
) {
  const { schoolId, districtId } = actor;
  await withdrawInvitation(tx, { schoolId, personId, now });
  const expiresAt = daysLater(now, INVITATION_DAYS);
  const invitedBy = actor.personId;
  const invitationId = await insertInvitation(tx, { schoolId, personId, ...how, invitedBy, now, expiresAt });
  const act = { actor, noun: "person", nounId: personId, transition: "invite", reason: how.way, now };
  await recordAct(tx, { ...act, evidence: how.note });
  const link = { kind: "join", schoolId, districtId, subjectId: invitationId, personId, language, expiresAt } as const;
  return { link };
}
