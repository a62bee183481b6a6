import { civilDate } from "~/clock";
import type { SystemActor } from "~/domain/actor";
import { done, type Outcome, refused } from "~/domain/outcome";
import { findWaiting } from "~/steps/find-waiting.server";
import { reachPerson } from "~/steps/reach-person.server";
import type { Wiring } from "~/wiring";
import { recordAct } from "~db/audit.server";
import { markMailProved } from "~db/contact-points.server";
import { isAddressOfOthers, markInvitationUsed } from "~db/invitations.server";
import { endJoinLinks, findLink } from "~db/links.server";
import { getMembershipByMail } from "~db/memberships.server";
import { lockPeople } from "~db/person-changes.server";
import { getSchool } from "~db/schools.server";
import { withIdentity, withScope } from "~db/scope.server";

type Place = Outcome<{ accountId: string; membershipId: string }, "invitation_over" | "address_of_others">;

/**
 * Lets the holder of an address that was just proved in as whom the code of an invitation was made for, once. An address of
 * somebody else of the school, or one that others at home read, lets nobody in: only staff may say that it does. Only the
 * holder of the address learns that.
 */
export async function takePlace(wiring: Wiring, { linkId, mail }: { linkId: string; mail: string }): Promise<Place> {
  const link = await withIdentity(wiring, (tx) => findLink(tx, linkId));
  const now = wiring.clock.now();
  if (link?.kind !== "join" || link.ended_at || new Date(link.expires_at) <= now) return refused("invitation_over");
  const { school_id: schoolId, district_id: districtId, subject_id: invitationId } = link;
  const system: SystemActor = { kind: "system", job: "join", schoolId, districtId };
  return withScope(wiring, system, async (tx): Promise<Place> => {
    await lockPeople(tx, { schoolId });
    const { time_zone: timeZone, help_name: name, help_phone: phone } = await getSchool(tx, schoolId);
    const on = civilDate(now, timeZone);
    const waiting = await findWaiting(tx, { schoolId, invitationId, on, now });
    if (!waiting || waiting.as === "staff") return refused("invitation_over");
    const { invitation, person, as: role } = waiting;
    const personId = person.id;
    if (await isAddressOfOthers(tx, { schoolId, personId, mail })) return refused("address_of_others", { name, phone });
    const actor = { ...system, onBehalfOf: invitation.invited_by };
    const { language } = person;
    const contact = {
      actor,
      personId,
      kind: "mail",
      value: mail,
      isShared: false,
      letsIn: true,
      onlyAs: role,
    } as const;
    await reachPerson(tx, { ...contact, language, on, now });
    await markMailProved(tx, { schoolId, personId, mail, now });
    await markInvitationUsed(tx, { schoolId, invitationId, now });
    await endJoinLinks(tx, { schoolId, personId, now });
    const act = { actor, noun: "person", nounId: personId, transition: "come_in", reason: invitation.way, now };
    await recordAct(tx, { ...act, channel: "link" });
    return done(await getMembershipByMail(tx, { schoolId, personId, role, mail, on }));
  });
}
