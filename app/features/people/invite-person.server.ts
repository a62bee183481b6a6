import { civilDate, daysLater } from "~/clock";
import type { Actor, StaffActor } from "~/domain/actor";
import { done, type Outcome, refused } from "~/domain/outcome";
import { hasEnded } from "~/domain/people/has-ended";
import { comesAs, INVITATION_DAYS, type InvitationWay } from "~/domain/people/invitation";
import { mayKeepPeople } from "~/domain/people/policy";
import { inviteByCode, inviteByMail } from "~/steps/invite.server";
import { isMailed } from "~/steps/mail-or-ask.server";
import type { Wiring } from "~/wiring";
import { findMailThatLetsIn, listInvitationsOf, standingOfRow } from "~db/invitations.server";
import { findWhoPersonIs } from "~db/merged-people.server";
import { lockNames } from "~db/person-changes.server";
import { findPerson, listRolesOf } from "~db/person-page.server";
import { getSchool } from "~db/schools.server";
import { type ScopeTx, withScope } from "~db/scope.server";

export type InviteRefusal =
  | "not_permitted"
  | "not_found"
  | "went_into"
  | "has_left"
  | "has_no_place"
  | "no_address"
  | "unwritten"
  | "invited_already"
  | "staff_by_mail"
  | "has_address"
  | "note_missing";

/** What a code is printed with or told with. */
export interface InvitationCode {
  code: string;
  /** As people outside the staff call them: others at home open the letter too. */
  name: string;
  language: string;
  as: "student" | "guardian";
  lastDay: string;
  school: { name: string; postalAddress: string; helpName: string; helpPhone: string };
}

/**
 * Asks somebody of the school to come in. By mail: at an address that lets them in already, once while it is open. By letter or
 * from hand to hand: with a new code, which students and guardians whom no address lets in use to bring one of their own; the last
 * one stops working. Nobody is mailed in a language that the product does not write: a person tells them. A code told in person says in a note how it was made sure who it was.
 */
export async function invitePerson(
  wiring: Wiring,
  actor: Actor,
  { personId, way, note }: { personId: string; way: InvitationWay; note: string },
): Promise<Outcome<InvitationCode | null, InviteRefusal>> {
  if (!mayKeepPeople(actor)) return refused("not_permitted");
  if (way === "hand" && note.trim() === "") return refused("note_missing");
  return withScope(wiring, actor, (tx) => inviteWithin(tx, wiring, { actor, personId, way, note }));
}

/** The same within a transaction of whoever calls it, who has asked whether the actor may. */
export async function inviteWithin(
  tx: ScopeTx,
  wiring: Wiring,
  { actor, personId, way, note }: { actor: StaffActor; personId: string; way: InvitationWay; note: string },
): Promise<Outcome<InvitationCode | null, InviteRefusal>> {
  const { schoolId } = actor;
  const now = wiring.clock.now();
  await lockNames(tx, { schoolId, personId });
  const person = await findPerson(tx, { schoolId, personId });
  if (!person) return refused("not_found");
  const who = await findWhoPersonIs(tx, { schoolId, personId });
  if (who && who !== personId) return refused("went_into", { personId: who });
  const school = await getSchool(tx, schoolId);
  const on = civilDate(now, school.time_zone);
  if (hasEnded(person.left_on, on)) return refused("has_left");
  const as = comesAs(await listRolesOf(tx, { schoolId, personId, on }));
  if (!as) return refused("has_no_place");
  const { name_used: name, language } = person;
  const invited = { actor, school, personId, as, name, language, now };
  const address = await findMailThatLetsIn(tx, { schoolId, personId, on });
  if (way !== "mail") {
    if (as === "staff") return refused("staff_by_mail");
    if (address) return refused("has_address");
    const code = await inviteByCode(tx, wiring, { ...invited, way, note: note.trim() });
    const lastDay = civilDate(daysLater(now, INVITATION_DAYS - 1), school.time_zone);
    return done({ code, name: person.outside_name, language, as, lastDay, school: namesOf(school) });
  }
  if (!address) return refused("no_address");
  if (!isMailed({ mail: address.value, language })) return refused("unwritten");
  const known = await listInvitationsOf(tx, { schoolId, personId });
  const isOpen = known.some((row) => row.contact_point_id === address.id && standingOfRow(row, now) === "open");
  if (isOpen) return refused("invited_already");
  await inviteByMail(tx, wiring, { ...invited, address });
  return done(null);
}

function namesOf(school: Awaited<ReturnType<typeof getSchool>>): InvitationCode["school"] {
  const { name, postal_address: postalAddress, help_name: helpName, help_phone: helpPhone } = school;
  return { name, postalAddress, helpName, helpPhone };
}
