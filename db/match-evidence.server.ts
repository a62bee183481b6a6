import { sql } from "kysely";
import { clearancesOf } from "./clearances.server";
import { mentorsWithStudents, metMentors } from "./mentors-with-students.server";
import { readTogether } from "./read-together.server";
import type { ScopeTx } from "./scope.server";

interface OfStudents {
  schoolId: string;
  /** Only this student. */
  studentId?: string | undefined;
}

/** Students of a school who may be looking, with what the engine may know. Nothing here says who somebody is. */
export function listStudentRows(tx: ScopeTx, whose: OfStudents) {
  return students(tx, whose).execute();
}

/** The same students with their interests, wishes, pursuits, and the mentors they may not or did meet, each in an order of its own. */
export function listAllOfStudents(tx: ScopeTx, whose: OfStudents) {
  return readTogether(tx, {
    students: students(tx, whose),
    interests: interests(tx, whose),
    wishes: wishes(tx, whose),
    pursuits: pursuits(tx, whose).select(["student_id", "listing_id", "state"]),
    forbidden: forbiddenPairs(tx, whose),
    met: metMentors(whose),
  });
}

/** Students of a school who are here and look for a place. */
export async function listLookingIds(tx: ScopeTx, { schoolId }: { schoolId: string }): Promise<string[]> {
  const rows = await tx
    .selectFrom("students as st")
    .innerJoin("people as pe", (join) => join.onRef("pe.school_id", "=", "st.school_id").onRef("pe.id", "=", "st.id"))
    .select("st.id")
    .where("st.school_id", "=", schoolId)
    .where("st.seeking", "=", true)
    .where("pe.left_on", "is", null)
    .orderBy("st.id")
    .execute();
  return rows.map(({ id }) => id);
}

function students(tx: ScopeTx, { schoolId, studentId }: OfStudents) {
  return tx
    .selectFrom("students as st")
    .innerJoin("people as pe", (join) => join.onRef("pe.school_id", "=", "st.school_id").onRef("pe.id", "=", "st.id"))
    .leftJoin("areas as a", "a.id", "st.area_id")
    .select([
      "st.id",
      "st.grade",
      "st.weekdays",
      "st.area_id",
      "st.travel_limit_minutes",
      "st.travel_modes",
      "st.languages",
      "st.goals",
      "st.seeking",
      "st.entered_on",
      "pe.born_on",
      "a.latitude",
      "a.longitude",
    ])
    .where("st.school_id", "=", schoolId)
    .where("pe.left_on", "is", null)
    .$if(studentId !== undefined, (query) => query.where("st.id", "=", studentId ?? ""))
    .orderBy("st.id");
}

function interests(tx: ScopeTx, { schoolId, studentId }: OfStudents) {
  return tx
    .selectFrom("student_interests")
    .select(["student_id", "interest_id", "strength", "liked"])
    .where("school_id", "=", schoolId)
    .$if(studentId !== undefined, (query) => query.where("student_id", "=", studentId ?? ""))
    .orderBy("student_id")
    .orderBy("interest_id");
}

/** What students saved, dearest first, of listings that are published: what is closed keeps no place on a list. */
function wishes(tx: ScopeTx, { schoolId, studentId }: OfStudents) {
  return tx
    .selectFrom("wishes as w")
    .innerJoin("listings as l", (join) =>
      join.onRef("l.school_id", "=", "w.school_id").onRef("l.id", "=", "w.listing_id"),
    )
    .select(["w.student_id", "w.listing_id"])
    .where("w.school_id", "=", schoolId)
    .where("l.state", "=", "published")
    .$if(studentId !== undefined, (query) => query.where("w.student_id", "=", studentId ?? ""))
    .orderBy("w.student_id")
    .orderBy("w.place")
    .orderBy("w.listing_id");
}

/** Pursuits that still count for the engine: requests, approved ones and seats. */
export function listPursuitRows(tx: ScopeTx, whose: OfStudents) {
  return pursuits(tx, whose).select(["student_id", "listing_id", "state", "created_at"]).execute();
}

function pursuits(tx: ScopeTx, { schoolId, studentId }: OfStudents) {
  return tx
    .selectFrom("pursuits")
    .where("school_id", "=", schoolId)
    .$if(studentId !== undefined, (query) => query.where("student_id", "=", studentId ?? ""))
    .where("state", "in", ["suggested", "requested", "approved", "contacted", "offered", "accepted"])
    .orderBy("created_at")
    .orderBy("id");
}

function forbiddenPairs(tx: ScopeTx, { schoolId, studentId }: OfStudents) {
  return tx
    .selectFrom("forbidden_pairs")
    .select(["student_id", "mentor_id"])
    .where("school_id", "=", schoolId)
    .$if(studentId !== undefined, (query) => query.where("student_id", "=", studentId ?? ""))
    .where("state", "=", "standing");
}

/** Published listings that are not over on a day, or those named in whatever state, with their placement, site, lead mentor, and how many places and seats are in use then. */
export function listListingRows(
  tx: ScopeTx,
  { schoolId, on, listingIds }: { schoolId: string; on: string; listingIds?: readonly string[] | undefined },
) {
  return tx
    .selectFrom("listings as l")
    .innerJoin("placements as p", (join) =>
      join.onRef("p.district_id", "=", "l.district_id").onRef("p.id", "=", "l.placement_id"),
    )
    .leftJoin("sites as s", (join) => join.onRef("s.district_id", "=", "p.district_id").onRef("s.id", "=", "p.site_id"))
    .leftJoin("mentors as m", (join) =>
      join.onRef("m.district_id", "=", "p.district_id").onRef("m.id", "=", "p.lead_mentor_id"),
    )
    .select((eb) => [
      "l.id",
      "l.state",
      "l.seats",
      "p.id as placement_id",
      "p.kind",
      "p.minimum_grade",
      "p.maximum_grade",
      "p.minimum_age",
      "p.languages",
      "p.starts_on",
      "p.ends_on",
      "s.id as site_id",
      "s.mode",
      "s.latitude",
      "s.longitude",
      "s.located_by",
      "m.id as mentor_id",
      "m.suspended_at as mentor_suspended_at",
      "m.interests as mentor_interests",
      "m.languages as mentor_languages",
      "m.experience_years",
      "m.students_at_once",
      eb
        .selectFrom("pursuit_places as pp")
        .select((q) => q.fn.countAll<number>().as("n"))
        .whereRef("pp.school_id", "=", "l.school_id")
        .whereRef("pp.listing_id", "=", "l.id")
        .as("places_taken"),
      eb
        .selectFrom("seat_holds as sh")
        .select((q) => q.fn.count<number>("sh.seat_no").distinct().as("n"))
        .whereRef("sh.school_id", "=", "l.school_id")
        .whereRef("sh.listing_id", "=", "l.id")
        .where(sql<boolean>`(upper_inf(sh.during) or upper(sh.during) > ${on}::date)`)
        .as("seats_taken"),
      // Asked only of mentors who said how many students they take.
      eb
        .case()
        .when("m.students_at_once", "is not", null)
        .then(
          eb
            .selectFrom("listings as ml")
            .innerJoin("placements as mp", (join) =>
              join.onRef("mp.district_id", "=", "ml.district_id").onRef("mp.id", "=", "ml.placement_id"),
            )
            .innerJoin("seat_holds as mh", (join) =>
              join.onRef("mh.school_id", "=", "ml.school_id").onRef("mh.listing_id", "=", "ml.id"),
            )
            .select(sql<number>`count(distinct (mh.listing_id, mh.seat_no))`.as("n"))
            .whereRef("ml.school_id", "=", "l.school_id")
            .whereRef("mp.lead_mentor_id", "=", "m.id")
            .where(sql<boolean>`(upper_inf(mh.during) or upper(mh.during) > ${on}::date)`),
        )
        .end()
        .as("mentor_seats_taken"),
    ])
    .where("l.school_id", "=", schoolId)
    .$if(listingIds === undefined, (query) =>
      query
        .where("l.state", "=", "published")
        .where((eb) => eb.or([eb("p.ends_on", "is", null), eb("p.ends_on", ">=", on)])),
    )
    .$if(listingIds !== undefined, (query) =>
      query.where("l.id", "=", sql<string>`any(${[...(listingIds ?? [])]}::uuid[])`),
    )
    .orderBy("l.id")
    .execute();
}

interface OfPlacements {
  districtId: string;
  placementIds: readonly string[];
}

/** Weekdays, hours and interests of placements, the school's checks of mentors, and who of some mentors has had a student there. */
export function listAllOfPlacements(
  tx: ScopeTx,
  {
    schoolId,
    mentorIds,
    unsureIds,
    ...which
  }: OfPlacements & { schoolId: string; mentorIds: readonly string[]; unsureIds: readonly string[] },
) {
  return readTogether(tx, {
    days: days(tx, which),
    interests: placementInterests(tx, which),
    clearances: clearancesOf(tx, { schoolId, mentorIds }),
    withStudents: mentorsWithStudents({ schoolId, mentorIds: unsureIds }),
  });
}

function days(tx: ScopeTx, { districtId, placementIds }: OfPlacements) {
  return tx
    .selectFrom("placement_days")
    .select(["placement_id", "weekday", "seats", "starts_at", "ends_at"])
    .where("district_id", "=", districtId)
    .where("placement_id", "=", sql<string>`any(${[...placementIds]}::uuid[])`)
    .orderBy("placement_id")
    .orderBy("weekday");
}

export function listPlacementInterestRows(tx: ScopeTx, which: OfPlacements) {
  return placementInterests(tx, which).execute();
}

function placementInterests(tx: ScopeTx, { districtId, placementIds }: OfPlacements) {
  return tx
    .selectFrom("placement_interests")
    .select(["placement_id", "interest_id"])
    .where("district_id", "=", districtId)
    .where("placement_id", "=", sql<string>`any(${[...placementIds]}::uuid[])`)
    .orderBy("placement_id")
    .orderBy("interest_id");
}
