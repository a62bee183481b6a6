import { sql } from "kysely";
import type { IdentityTx, ScopeTx } from "./scope.server";

interface OfMentor {
  districtId: string;
  organisationId: string;
  mentorId: string;
}

interface OfDeparture {
  districtId: string;
  departureId: string;
}

/** The organisations that a mentor belongs to on a day (civil date), with the last day where one is known, by name; of a school only those with a place there. */
export function listAffiliationsOf(
  tx: ScopeTx,
  { districtId, mentorId, on, schoolId }: { districtId: string; mentorId: string; on: string; schoolId: string | null },
) {
  return tx
    .selectFrom("affiliations as a")
    .innerJoin("organisations as o", (join) =>
      join.onRef("o.district_id", "=", "a.district_id").onRef("o.id", "=", "a.organisation_id"),
    )
    .select(["a.organisation_id", "o.name", "a.to_on"])
    .where("a.district_id", "=", districtId)
    .where("a.mentor_id", "=", mentorId)
    .where((eb) => eb.or([eb("a.to_on", "is", null), eb("a.to_on", ">=", on)]))
    .$if(schoolId !== null, (query) =>
      query.where(({ exists, selectFrom }) =>
        exists(
          selectFrom("listings as l")
            .select("l.id")
            .where("l.school_id", "=", schoolId ?? "")
            .whereRef("l.organisation_id", "=", "a.organisation_id"),
        ),
      ),
    )
    .orderBy("o.name")
    .orderBy("a.organisation_id")
    .execute();
}

/** Places of an organisation that a mentor leads, by title. */
export function listPlacesLed(tx: ScopeTx, { districtId, organisationId, mentorId }: OfMentor) {
  return tx
    .selectFrom("placements")
    .select(["id", "title"])
    .where("district_id", "=", districtId)
    .where("organisation_id", "=", organisationId)
    .where("lead_mentor_id", "=", mentorId)
    .where("erased_at", "is", null)
    .orderBy("title")
    .orderBy("id")
    .execute();
}

/** The same of those that a school lists, with the organisation's name. */
export function listPlacesLedAt(tx: ScopeTx, { schoolId, ...of }: OfMentor & { schoolId: string }) {
  return tx
    .selectFrom("listings as l")
    .innerJoin("placements as p", (join) =>
      join.onRef("p.district_id", "=", "l.district_id").onRef("p.id", "=", "l.placement_id"),
    )
    .innerJoin("organisations as o", (join) =>
      join.onRef("o.district_id", "=", "p.district_id").onRef("o.id", "=", "p.organisation_id"),
    )
    .select(["l.id as listing_id", "p.id as placement_id", "p.title", "o.name as organisation_name"])
    .where("l.school_id", "=", schoolId)
    .where("l.state", "<>", "archived")
    .where("p.organisation_id", "=", of.organisationId)
    .where("p.lead_mentor_id", "=", of.mentorId)
    .orderBy("p.title")
    .orderBy("l.id")
    .execute();
}

/** Places of an organisation where a mentor leads an internship of a school that has not ended, whoever leads the place. */
export async function listPlacesOfEngagements(
  tx: ScopeTx,
  { schoolId, organisationId, mentorId }: Omit<OfMentor, "districtId"> & { schoolId: string },
): Promise<string[]> {
  const rows = await tx
    .selectFrom("engagements as e")
    .innerJoin("pursuits as u", (join) =>
      join.onRef("u.school_id", "=", "e.school_id").onRef("u.id", "=", "e.pursuit_id"),
    )
    .innerJoin("listings as l", (join) =>
      join.onRef("l.school_id", "=", "u.school_id").onRef("l.id", "=", "u.listing_id"),
    )
    .select("l.placement_id")
    .distinct()
    .where("e.school_id", "=", schoolId)
    .where("e.lead_mentor_id", "=", mentorId)
    .where("e.state", "not in", ["ended", "closed"])
    .where("l.organisation_id", "=", organisationId)
    .execute();
  return rows.map((row) => row.placement_id);
}

/** How many requests that a host knows of, internships that have not ended and coming visits a school has at the places of an organisation that a mentor leads. */
export async function countTouched(
  tx: ScopeTx,
  { schoolId, organisationId, mentorId, now }: Omit<OfMentor, "districtId"> & { schoolId: string; now: Date },
): Promise<{ pursuits: number; internships: number; visits: number }> {
  const { rows } = await sql<{ pursuits: number; internships: number; visits: number }>`
    with led as (
      select u.id, u.state from pursuits u
      join listings l on l.school_id = u.school_id and l.id = u.listing_id
      join placements p on p.district_id = l.district_id and p.id = l.placement_id
      where u.school_id = ${schoolId} and l.organisation_id = ${organisationId} and p.lead_mentor_id = ${mentorId})
    select (select count(*)::int from led where state in ('contacted', 'offered')) as pursuits,
      (select count(*)::int from engagements e join led on led.id = e.pursuit_id
        where e.school_id = ${schoolId} and e.state not in ('ended', 'closed')) as internships,
      (select count(*)::int from visits v join led on led.id = v.pursuit_id
        where v.school_id = ${schoolId} and v.state = 'dated' and v.ends_at > ${now.toISOString()}) as visits`.execute(
    tx,
  );
  return rows[0] ?? { pursuits: 0, internships: 0, visits: 0 };
}

/** Sets or takes away the last day of what ties a mentor to an organisation. Affiliations that ended before stay as they are. */
export async function writeLastDay(
  tx: ScopeTx,
  { districtId, organisationId, mentorId, from, to }: OfMentor & { from: string | null; to: string | null },
): Promise<void> {
  await tx
    .updateTable("affiliations")
    .set({ to_on: to })
    .where("district_id", "=", districtId)
    .where("organisation_id", "=", organisationId)
    .where("mentor_id", "=", mentorId)
    .where("to_on", from === null ? "is" : "=", from)
    .execute();
}

/**
 * The same for the ways in: after the last day no account acts for the organisation as this mentor. Where the end is taken away one way
 * in of each account opens again.
 */
export async function writeLastDayOfMemberships(
  tx: IdentityTx,
  { districtId, organisationId, mentorId, from, to }: OfMentor & { from: string | null; to: string | null },
): Promise<void> {
  const isOtherOpen = sql<boolean>`exists (select from identity.memberships k where k.account_id = m.account_id and k.role = m.role
    and k.organisation_id = m.organisation_id and k.person_id = m.person_id
    and (k.to_on is null or (k.to_on = m.to_on and k.id < m.id)))`;
  await tx
    .updateTable("identity.memberships as m")
    .set({ to_on: to })
    .where("m.role", "=", "mentor")
    .where("m.district_id", "=", districtId)
    .where("m.organisation_id", "=", organisationId)
    .where("m.person_id", "=", mentorId)
    .where("m.to_on", from === null ? "is" : "=", from)
    .$if(to === null, (query) => query.where(sql<boolean>`not ${isOtherOpen}`))
    .execute();
}

/** Keeps who leads a place next; null where nobody is known. What was chosen before stays. */
export async function insertDeparturePlace(
  tx: ScopeTx,
  place: OfDeparture & { placementId: string; nextLeadId: string | null },
): Promise<void> {
  await tx
    .insertInto("departure_places")
    .values({
      district_id: place.districtId,
      departure_id: place.departureId,
      placement_id: place.placementId,
      next_lead_id: place.nextLeadId,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** The places of a departure, each with who leads it next. */
export function listDeparturePlaces(tx: ScopeTx, { districtId, departureId }: OfDeparture) {
  return tx
    .selectFrom("departure_places")
    .select(["placement_id", "next_lead_id"])
    .where("district_id", "=", districtId)
    .where("departure_id", "=", departureId)
    .orderBy("placement_id")
    .execute();
}

/** Names another lead of a place, or nobody. A form that somebody opened before still names the old one, whom the organisation has no more. */
export async function handPlaceOn(
  tx: ScopeTx,
  {
    districtId,
    placementId,
    leadId,
    now,
  }: { districtId: string; placementId: string; leadId: string | null; now: Date },
): Promise<void> {
  await tx
    .updateTable("placements")
    .set({ lead_mentor_id: leadId, updated_at: now.toISOString() })
    .where("district_id", "=", districtId)
    .where("id", "=", placementId)
    .execute();
  if (leadId) await dropBackups(tx, { districtId, mentorId: leadId, placementIds: [placementId] });
}

/** A mentor stands in at an organisation's places no more. */
export async function dropBackupsOf(tx: ScopeTx, { districtId, organisationId, mentorId }: OfMentor): Promise<void> {
  const places = await tx
    .selectFrom("placements")
    .select("id")
    .where("district_id", "=", districtId)
    .where("organisation_id", "=", organisationId)
    .execute();
  await dropBackups(tx, { districtId, mentorId, placementIds: places.map(({ id }) => id) });
}

async function dropBackups(
  tx: ScopeTx,
  { districtId, mentorId, placementIds }: { districtId: string; mentorId: string; placementIds: readonly string[] },
): Promise<void> {
  if (placementIds.length === 0) return;
  await tx
    .deleteFrom("placement_backups")
    .where("district_id", "=", districtId)
    .where("mentor_id", "=", mentorId)
    .where("placement_id", "in", [...placementIds])
    .execute();
}
