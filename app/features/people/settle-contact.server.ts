import { civilDate, daysLater } from "~/clock";
import type { Actor } from "~/domain/actor";
import { done, type Outcome, refused } from "~/domain/outcome";
import { mayKeepPeople } from "~/domain/people/policy";
import { heardAt } from "~/steps/heard-at.server";
import { mayLetInEverywhere } from "~/steps/let-in.server";
import type { Wiring } from "~/wiring";
import { recordAct } from "~db/audit.server";
import { deleteContactPoint, lockContactPoint, preferContactPoint } from "~db/contact-points.server";
import { endMailedLinks } from "~db/links.server";
import { endMembershipsByMail } from "~db/memberships.server";
import { getSchool } from "~db/schools.server";
import { withScope } from "~db/scope.server";

type Settled = Outcome<{ personId: string }, "not_permitted" | "not_found" | "own_address" | "address_complained">;

/**
 * From now on somebody is reached here first. An address that took no mail is tried again, because somebody says that it works; one whose
 * reader calls our mail unwanted is not.
 */
export async function preferContact(
  wiring: Wiring,
  actor: Actor,
  { contactPointId }: { contactPointId: string },
): Promise<Settled> {
  if (!mayKeepPeople(actor)) return refused("not_permitted");
  const { schoolId, districtId } = actor;
  const now = wiring.clock.now();
  return withScope(wiring, actor, async (tx) => {
    const point = await lockContactPoint(tx, { schoolId, contactPointId });
    if (!point) return refused("not_found");
    const { person_id: personId, kind, value, undeliverable_at: deadSince } = point;
    if (kind === "mail" && deadSince !== null && !(await heardAt(tx, { schoolId, districtId, mail: value })))
      return refused("address_complained");
    await preferContactPoint(tx, { schoolId, personId, kind, contactPointId });
    await recordAct(tx, { actor, noun: "person", nounId: personId, transition: "prefer_contact", reason: kind, now });
    return done({ personId });
  });
}

/** Takes a contact point away. An address that let somebody in lets nobody in any more, from this moment on, and links that were mailed there open nothing. */
export async function removeContact(
  wiring: Wiring,
  actor: Actor,
  { contactPointId }: { contactPointId: string },
): Promise<Settled> {
  if (!mayKeepPeople(actor)) return refused("not_permitted");
  const { schoolId } = actor;
  const now = wiring.clock.now();
  return withScope(wiring, actor, async (tx) => {
    const point = await lockContactPoint(tx, { schoolId, contactPointId });
    if (!point) return refused("not_found");
    const { person_id: personId, kind, value: mail } = point;
    if (kind === "mail" && personId === actor.personId) return refused("own_address");
    const school = await getSchool(tx, schoolId);
    if (kind === "mail" && !(await mayLetInEverywhere(tx, { actor, personId, on: civilDate(now, school.time_zone) })))
      return refused("not_permitted");
    if (kind === "mail") await endMailedLinks(tx, { schoolId, personId, mail, now });
    await deleteContactPoint(tx, { schoolId, contactPointId });
    const act = { actor, noun: "person", nounId: personId, now };
    await recordAct(tx, { ...act, transition: "remove_contact", reason: kind });
    if (kind === "mail") {
      const lastDay = civilDate(daysLater(now, -1), school.time_zone);
      for (const role of await endMembershipsByMail(tx, { schoolId, personId, mail, lastDay }))
        await recordAct(tx, { ...act, transition: "shut_out", reason: role });
    }
    return done({ personId });
  });
}
