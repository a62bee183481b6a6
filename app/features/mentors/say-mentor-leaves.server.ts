import { civilDate } from "~/clock";
import type { Actor, MentorActor, StaffActor } from "~/domain/actor";
import { faultOfLastDay, type LeavingFault } from "~/domain/mentor/leaving";
import { done, type Outcome, refused } from "~/domain/outcome";
import { mayKeepPeople } from "~/domain/people/policy";
import { listNextLeads } from "~/steps/next-leads.server";
import { tellMentorLeaving } from "~/steps/tell-mentor-leaving.server";
import type { Wiring } from "~/wiring";
import { recordAct } from "~db/audit.server";
import {
  insertDeparturePlace,
  listAffiliationsOf,
  listPlacesLed,
  writeLastDayOfMemberships,
} from "~db/departure-places.server";
import { insertDeparture, listStandingDepartures } from "~db/departures.server";
import { listDistrictSchools } from "~db/offered-listings.server";
import { getSchool } from "~db/schools.server";
import { type ScopeTx, throughIdentity, withScope } from "~db/scope.server";
import { lockMentor } from "~db/suspensions.server";

export interface LeavingWish {
  mentorId: string;
  organisationId: string;
  /** The last day on which they are there (civil date). */
  lastDay: string;
  reason: string;
  /** Back-ups who lead a place next; what is left out is led by nobody then. Only a school says it, which knows their checks. */
  nextLeads: readonly { placementId: string; mentorId: string }[];
}

export type LeavingRefusal = "not_permitted" | "not_found" | "leaving_already" | "lead_unknown" | LeavingFault;

/**
 * Writes down that a mentor leaves an organisation, by a coordinator of a school with a place there or by the mentor. Their way in
 * ends with the last day; their tie to the organisation, which only schools may write, gets it within the hour, and what hangs on them
 * follows when it is over. What they are at another organisation stays.
 */
export async function sayMentorLeaves(
  wiring: Wiring,
  actor: Actor,
  wish: LeavingWish,
): Promise<Outcome<null, LeavingRefusal>> {
  if (!maySayLeaving(actor, wish)) return refused("not_permitted");
  const now = wiring.clock.now();
  return withScope(wiring, actor, async (tx): Promise<Outcome<null, LeavingRefusal>> => {
    const on = await todayOf(tx, actor, now);
    const fault = faultOfLastDay(wish.lastDay, on);
    if (fault) return refused(fault);
    const { districtId } = actor;
    const own = { districtId, mentorId: wish.mentorId, on, schoolId: actor.schoolId ?? null };
    const ties = (await listAffiliationsOf(tx, own)).filter((tie) => tie.organisation_id === wish.organisationId);
    if (ties.length === 0) return refused("not_found");
    // Whoever says it at the same moment waits here, and reads what was said.
    await lockMentor(tx, own);
    const standing = await listStandingDepartures(tx, own);
    if (standing.some((row) => row.organisation_id === wish.organisationId)) return refused("leaving_already");
    if (!(await areNextLeads(tx, actor, { wish, on }))) return refused("lead_unknown");
    return write(tx, wiring, { actor, wish, now });
  });
}

type Sayer = StaffActor | MentorActor;

/** A mentor says it of themselves at the organisation they act for; staff who keep people say it of a mentor of their school. */
export function maySayLeaving(
  actor: Actor,
  { mentorId, organisationId }: Pick<LeavingWish, "mentorId" | "organisationId">,
): actor is Sayer {
  if (actor.kind === "mentor") return actor.mentorId === mentorId && actor.organisationId === organisationId;
  return mayKeepPeople(actor);
}

/** Today at the school, or at the first school of the mentor's district. */
export async function todayOf(tx: ScopeTx, actor: Sayer, now: Date): Promise<string> {
  if (actor.kind === "staff") return civilDate(now, (await getSchool(tx, actor.schoolId)).time_zone);
  const [school] = await listDistrictSchools(tx, actor.districtId);
  return civilDate(now, school?.time_zone ?? "UTC");
}

interface Said {
  actor: Sayer;
  wish: LeavingWish;
  now: Date;
}

/** Whoever is named leads a place that the mentor leads, stands in there and is cleared at the school that names them. */
async function areNextLeads(
  tx: ScopeTx,
  actor: Sayer,
  { wish, on }: { wish: LeavingWish; on: string },
): Promise<boolean> {
  if (wish.nextLeads.length === 0) return true;
  if (actor.kind !== "staff") return false;
  const { districtId, schoolId } = actor;
  const { organisationId, mentorId } = wish;
  const led = new Set((await listPlacesLed(tx, { districtId, organisationId, mentorId })).map(({ id }) => id));
  if (new Set(wish.nextLeads.map(({ placementId }) => placementId)).size < wish.nextLeads.length) return false;
  for (const { placementId, mentorId: nextId } of wish.nextLeads) {
    const next = await listNextLeads(tx, { schoolId, districtId, placementId, leavingId: mentorId, on });
    if (!led.has(placementId) || !next.some(({ id }) => id === nextId)) return false;
  }
  return true;
}

async function write(tx: ScopeTx, wiring: Wiring, { actor, wish, now }: Said): Promise<Outcome<null, LeavingRefusal>> {
  const { mentorId, organisationId, lastDay, reason } = wish;
  const { districtId } = actor;
  const saidBySchoolId = actor.schoolId ?? null;
  const departure = { districtId, organisationId, mentorId, lastDay, reason, saidBySchoolId, now };
  const departureId = await insertDeparture(tx, departure);
  for (const { placementId, mentorId: nextLeadId } of wish.nextLeads)
    await insertDeparturePlace(tx, { districtId, departureId, placementId, nextLeadId });
  const ends = { districtId, organisationId, mentorId, from: null, to: lastDay };
  await throughIdentity(tx, (identity) => writeLastDayOfMemberships(identity, ends));
  const act = { actor, noun: "mentor", nounId: mentorId, transition: "say_leaving", now };
  await recordAct(tx, { ...act, to: lastDay, reason: organisationId });
  if (actor.kind === "staff") {
    const told = { actor, departureId, mentorId, organisationId, lastDay, event: "said", now } as const;
    await tellMentorLeaving(tx, wiring, told);
  }
  return done(null);
}
