import type { Actor, MentorActor, StaffActor } from "~/domain/actor";
import { done, refused } from "~/domain/outcome";
import { mayKeepPeople } from "~/domain/people/policy";
import { listNextLeads } from "~/steps/next-leads.server";
import type { Wiring } from "~/wiring";
import { countTouched, listAffiliationsOf, listPlacesLed } from "~db/departure-places.server";
import { listStandingDepartures } from "~db/departures.server";
import { findMentor } from "~db/people.server";
import { type ScopeTx, withScope } from "~db/scope.server";
import { todayOf } from "./say-mentor-leaves.server";

/** What hangs on a mentor at the organisations where a school meets them, or at the one they act for: to be read before they leave it. */
export async function openMentorLeaving(wiring: Wiring, actor: Actor, { mentorId }: { mentorId: string }) {
  if (!mayRead(actor, mentorId)) return refused("not_permitted");
  const { districtId, schoolId = null } = actor;
  const now = wiring.clock.now();
  return withScope(wiring, actor, async (tx) => {
    const mentor = await findMentor(tx, { districtId, mentorId });
    if (!mentor) return refused("not_found");
    const today = await todayOf(tx, actor, now);
    const ties = await listAffiliationsOf(tx, { districtId, mentorId, on: today, schoolId });
    if (ties.length === 0) return refused("not_found");
    const departures = await listStandingDepartures(tx, { districtId, mentorId });
    const organisations = [];
    for (const { organisation_id: organisationId, name } of ties) {
      const said = departures.find((row) => row.organisation_id === organisationId);
      const saidBy = said?.said_by_school_id ?? null;
      organisations.push({
        id: organisationId,
        name,
        leaving: said
          ? { id: said.id, lastDay: said.last_day, reason: said.reason, isOurs: saidBy === null || saidBy === schoolId }
          : null,
        places: await placesOf(tx, actor, { organisationId, mentorId, today }),
        touched: schoolId ? await countTouched(tx, { schoolId, organisationId, mentorId, now }) : null,
      });
    }
    return done({ mentorId, name: mentor.name_used, today, organisations });
  });
}

function mayRead(actor: Actor, mentorId: string): actor is StaffActor | MentorActor {
  return actor.kind === "mentor" ? actor.mentorId === mentorId : mayKeepPeople(actor);
}

interface AtOrganisation {
  organisationId: string;
  mentorId: string;
  today: string;
}

/** Places that the mentor leads; a school reads who may lead each next. */
async function placesOf(
  tx: ScopeTx,
  actor: StaffActor | MentorActor,
  { organisationId, mentorId, today }: AtOrganisation,
) {
  const { districtId } = actor;
  const places = [];
  for (const { id, title } of await listPlacesLed(tx, { districtId, organisationId, mentorId })) {
    const asked = { districtId, placementId: id, leavingId: mentorId, on: today };
    const next = actor.kind === "staff" ? await listNextLeads(tx, { ...asked, schoolId: actor.schoolId }) : [];
    places.push({ id, title, next });
  }
  return places;
}
