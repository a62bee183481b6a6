import { sql } from "kysely";
import { readTogether } from "./read-together.server";
import { wordsInUse } from "./school-words.server";
import { overridesOf, settingsOf } from "./schools.server";
import type { ScopeTx } from "./scope.server";
import { wishedListings } from "./wishes.server";

/**
 * Listings of a school with what is left of them on a day, except of placements that are over then; only `published` ones of
 * named placements. A listing by its own id is there whatever the day.
 */
export function listListingsForSearch(
  tx: ScopeTx,
  {
    schoolId,
    placementIds,
    listingId,
    on,
  }: { schoolId: string; placementIds?: readonly string[]; listingId?: string; on: string },
) {
  return tx
    .selectFrom("listings as l")
    .innerJoin("placements as p", (join) =>
      join.onRef("p.district_id", "=", "l.district_id").onRef("p.id", "=", "l.placement_id"),
    )
    .innerJoin("organisations as o", (join) =>
      join.onRef("o.district_id", "=", "p.district_id").onRef("o.id", "=", "p.organisation_id"),
    )
    .leftJoin("sites as s", (join) => join.onRef("s.district_id", "=", "p.district_id").onRef("s.id", "=", "p.site_id"))
    .leftJoin("areas as a", (join) => join.onRef("a.district_id", "=", "s.district_id").onRef("a.id", "=", "s.area_id"))
    .leftJoin("mentors as m", (join) =>
      join.onRef("m.district_id", "=", "p.district_id").onRef("m.id", "=", "p.lead_mentor_id"),
    )
    .select((eb) => [
      "l.id as listing_id",
      "l.state",
      "l.seats",
      "l.published_at",
      "l.reviewed_revision",
      "p.id as placement_id",
      "p.revision",
      "p.district_id",
      "p.kind",
      "p.title",
      "p.student_will_do",
      "p.skills",
      "p.aliases",
      "p.host_gains",
      "p.requirements",
      "p.length_unit",
      "p.length_count",
      "p.starts_on",
      "p.ends_on",
      "p.languages",
      "p.minimum_grade",
      "p.maximum_grade",
      "p.minimum_age",
      "p.lead_mentor_id",
      "o.name as organisation_name",
      "o.about as organisation_about",
      "o.website",
      "s.mode as site_mode",
      "s.name as site_name",
      "s.street",
      "s.city",
      "s.latitude",
      "s.longitude",
      "s.located_by",
      "a.name as area_name",
      "m.interests as mentor_interests",
      "m.languages as mentor_languages",
      "m.experience_years",
      eb
        .selectFrom("placement_days as d")
        .select(
          sql<
            PlacementDayRow[]
          >`coalesce(json_agg(json_build_object('weekday', d.weekday, 'starts_at', d.starts_at, 'ends_at', d.ends_at, 'seats', d.seats) order by d.weekday), '[]')`.as(
            "days",
          ),
        )
        .whereRef("d.district_id", "=", "p.district_id")
        .whereRef("d.placement_id", "=", "p.id")
        .as("days"),
      eb
        .selectFrom("placement_interests as i")
        .select(sql<string[]>`coalesce(array_agg(i.interest_id order by i.interest_id), '{}')`.as("interests"))
        .whereRef("i.district_id", "=", "p.district_id")
        .whereRef("i.placement_id", "=", "p.id")
        .as("interests"),
      eb
        .selectFrom("pursuit_places as u")
        .select(sql<number>`count(*)::integer`.as("taken"))
        .whereRef("u.school_id", "=", "l.school_id")
        .whereRef("u.listing_id", "=", "l.id")
        .as("taken_places"),
      eb
        .selectFrom("seat_holds as h")
        .select(sql<number>`count(distinct h.seat_no)::integer`.as("held"))
        .whereRef("h.school_id", "=", "l.school_id")
        .whereRef("h.listing_id", "=", "l.id")
        .where(sql<boolean>`not upper_inf(h.during) and upper(h.during) > ${on}::date or upper_inf(h.during)`)
        .as("held_seats"),
    ])
    .where("l.school_id", "=", schoolId)
    .$if(placementIds !== undefined, (query) =>
      query
        .where("l.placement_id", "=", sql<string>`any(${[...(placementIds ?? [])]}::uuid[])`)
        .where("l.state", "=", "published"),
    )
    .$if(listingId !== undefined, (query) => query.where("l.id", "=", listingId ?? ""))
    .$if(listingId === undefined, (query) =>
      query.where((eb) => eb.or([eb("p.ends_on", "is", null), eb("p.ends_on", ">=", on)])),
    )
    .where("p.erased_at", "is", null)
    .execute();
}

export type ListingForSearch = Awaited<ReturnType<typeof listListingsForSearch>>[number];

export interface PlacementDayRow {
  weekday: number;
  starts_at: string;
  ends_at: string;
  seats: number;
}

/**
 * Published placements of a school that carry interests, and none of those named; in an order that looks random and is the
 * same for the same seed. Interests are read one placement after the other until there are enough.
 */
export async function listPlacementIdsBeside(
  tx: ScopeTx,
  {
    schoolId,
    interestIds,
    seed,
    limit,
  }: { schoolId: string; interestIds: readonly string[]; seed: string; limit: number },
): Promise<string[]> {
  const { rows } = await sql<{ placement_id: string }>`
    select l.placement_id from (
      select district_id, placement_id, uuid_hash_extended(id, hashtextextended(${seed}, 0)) as place from listings
      where school_id = ${schoolId} and state = 'published' order by place offset 0) l
    cross join lateral (
      select 1 from placement_interests i where i.district_id = l.district_id and i.placement_id = l.placement_id
      having count(*) > 0 and not bool_or(i.interest_id = any(${[...interestIds]}::text[]))) beside
    order by place limit ${limit}`.execute(tx);
  return rows.map(({ placement_id }) => placement_id);
}

/** Names of those organisations that the school lists a placement of. */
export function listListedOrganisations(
  tx: ScopeTx,
  { schoolId, organisationIds }: { schoolId: string; organisationIds: readonly string[] },
) {
  return tx
    .selectFrom("organisations as o")
    .select(["o.id", "o.name"])
    .where("o.id", "=", sql<string>`any(${[...organisationIds]}::uuid[])`)
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom("placements as p")
          .innerJoin("listings as l", (join) =>
            join.onRef("l.district_id", "=", "p.district_id").onRef("l.placement_id", "=", "p.id"),
          )
          .select("l.id")
          .whereRef("p.district_id", "=", "o.district_id")
          .whereRef("p.organisation_id", "=", "o.id")
          .where("l.school_id", "=", schoolId)
          .where("l.state", "=", "published"),
      ),
    )
    .execute();
}

/** Areas of the district by name, with their middle. */
export function listAreas(tx: ScopeTx, districtId: string) {
  return areas(tx, districtId).execute();
}

function areas(tx: ScopeTx, districtId: string) {
  return tx
    .selectFrom("areas")
    .select(["id", "name", "latitude", "longitude"])
    .where("district_id", "=", districtId)
    .orderBy("name");
}

/** What a school's search goes by, whoever asks. */
export async function getSearchedSchool(tx: ScopeTx, { schoolId, districtId }: InSchool) {
  const rows = await readTogether(tx, {
    school: tx.selectFrom("schools").select(["time_zone", "latitude", "longitude"]).where("id", "=", schoolId),
    settings: overridesOf(tx, schoolId),
    areas: areas(tx, districtId),
    words: wordsInUse(tx, schoolId),
  });
  const [school] = rows.school;
  if (!school) throw new Error("a school of one's own is in sight");
  return { school, settings: settingsOf(rows.settings[0]), areas: rows.areas, words: rows.words };
}

interface InSchool {
  schoolId: string;
  districtId: string;
}

interface OfStudent {
  schoolId: string;
  studentId: string;
}

/** What a student saved, and their newest pursuit of each listing. */
export function listOwnListings(tx: ScopeTx, whose: OfStudent) {
  return readTogether(tx, { wished: wishedListings(tx, whose), pursuits: ownPursuitStates(tx, whose) });
}

/** A student's newest pursuit of each listing. */
export function listOwnPursuitStates(tx: ScopeTx, whose: OfStudent) {
  return ownPursuitStates(tx, whose).execute();
}

function ownPursuitStates(tx: ScopeTx, { schoolId, studentId }: OfStudent) {
  return tx
    .selectFrom("pursuits")
    .distinctOn("listing_id")
    .select(["listing_id", "id", "state"])
    .where("school_id", "=", schoolId)
    .where("student_id", "=", studentId)
    .orderBy("listing_id")
    .orderBy("created_at", "desc");
}
