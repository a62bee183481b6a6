import { sql } from "kysely";
import type { ClearanceResult } from "~/domain/clearance/kinds";
import type { ScopeTx } from "./scope.server";

interface OfMentor {
  schoolId: string;
  mentorId: string;
}

/** One at a time records checks of a mentor at a school. */
export async function lockChecksOf(tx: ScopeTx, { schoolId, mentorId }: OfMentor): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`clearances:${schoolId}:${mentorId}`}, 0))`.execute(tx);
}

/** Every check of a mentor at the school, the newest first, with who recorded it, and what replaced it or who withdrew it since. */
export function listChecksOf(tx: ScopeTx, { schoolId, mentorId }: OfMentor) {
  return tx
    .selectFrom("clearances as c")
    .leftJoin("people as p", (join) =>
      join.onRef("p.school_id", "=", "c.school_id").onRef("p.id", "=", "c.recorded_by"),
    )
    .leftJoin("clearances as later", (join) =>
      join.onRef("later.school_id", "=", "c.school_id").onRef("later.replaces", "=", "c.id"),
    )
    .leftJoin("people as w", (join) =>
      join
        .onRef("w.school_id", "=", "later.school_id")
        .onRef("w.id", "=", "later.recorded_by")
        .on("later.result", "=", "withdrawn"),
    )
    .select(["c.id", "c.type", "c.result", "c.checked_on", "c.expires_on", "c.evidence_reference", "c.created_at"])
    .select(["p.full_name as recorded_by", "later.id as replaced_by", "w.full_name as withdrawn_by"])
    .select(({ eb }) =>
      eb.case().when("later.result", "=", "withdrawn").then(eb.ref("later.created_at")).end().as("withdrawn_at"),
    )
    .where("c.school_id", "=", schoolId)
    .where("c.mentor_id", "=", mentorId)
    .where("c.result", "<>", "withdrawn")
    .orderBy("c.checked_on", "desc")
    .orderBy("c.created_at", "desc")
    .orderBy("c.id")
    .execute();
}

export interface NewClearance extends OfMentor {
  districtId: string;
  type: string;
  /** "withdrawn" only in the place of an entry that was written under the wrong mentor. */
  result: ClearanceResult | "withdrawn";
  checkedOn: string;
  expiresOn: string | null;
  reference: string;
  replaces: string | null;
  recordedBy: string;
  now: Date;
}

/** Adds a check; answers its id. One that replaces another has to be asked for under `lockChecksOf`. */
export async function insertClearance(tx: ScopeTx, check: NewClearance): Promise<string> {
  const { id } = await tx
    .insertInto("clearances")
    .values({
      ...{ school_id: check.schoolId, district_id: check.districtId, mentor_id: check.mentorId },
      ...{ type: check.type, result: check.result, checked_on: check.checkedOn, expires_on: check.expiresOn },
      ...{ evidence_reference: check.reference, replaces: check.replaces, recorded_by: check.recordedBy },
      created_at: check.now.toISOString(),
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}

/** The states of a pursuit in which a check of its mentor matters. */
const STANDING = ["suggested", "requested", "approved", "contacted", "offered", "accepted"];

/** Placements that the school lists or has listed, whose lead or back-up is the mentor. */
function placedWith(tx: ScopeTx, { schoolId, mentorId }: OfMentor) {
  return tx
    .selectFrom("listings as l")
    .innerJoin("placements as p", (join) =>
      join.onRef("p.district_id", "=", "l.district_id").onRef("p.id", "=", "l.placement_id"),
    )
    .where("l.school_id", "=", schoolId)
    .where(({ or, eb, exists, selectFrom }) =>
      or([
        eb("p.lead_mentor_id", "=", mentorId),
        exists(
          selectFrom("placement_backups as b")
            .select("b.mentor_id")
            .whereRef("b.district_id", "=", "p.district_id")
            .whereRef("b.placement_id", "=", "p.id")
            .where("b.mentor_id", "=", mentorId),
        ),
      ]),
    );
}

/** Pursuits under way at the places where a mentor leads or stands in, in the order in which they are locked. */
export function listPursuitsWith(tx: ScopeTx, of: OfMentor) {
  return tx
    .selectFrom("pursuits as u")
    .select(["u.id", "u.student_id"])
    .where("u.school_id", "=", of.schoolId)
    .where("u.state", "in", STANDING)
    .where("u.listing_id", "in", placedWith(tx, of).select("l.id"))
    .orderBy("u.student_id")
    .orderBy("u.id")
    .execute();
}

/**
 * Pursuits whose clearance gate counts, at one placement or at all of a school, in the order in which they are locked; none whose
 * internship has ended, and none whose placement was over before `on`.
 */
export function listPursuitsBehindChecks(
  tx: ScopeTx,
  { schoolId, placementId, on }: { schoolId: string; placementId: string | null; on: string },
) {
  return tx
    .selectFrom("pursuits as u")
    .innerJoin("gates as g", (join) => join.onRef("g.school_id", "=", "u.school_id").onRef("g.pursuit_id", "=", "u.id"))
    .innerJoin("listings as l", (join) =>
      join.onRef("l.school_id", "=", "u.school_id").onRef("l.id", "=", "u.listing_id"),
    )
    .innerJoin("placements as p", (join) =>
      join.onRef("p.district_id", "=", "l.district_id").onRef("p.id", "=", "l.placement_id"),
    )
    .select(["u.id", "u.student_id"])
    .where("u.school_id", "=", schoolId)
    .where("u.state", "in", GATED)
    .where("g.kind", "=", "clearance")
    .where(({ or, eb }) => or([eb("p.ends_on", "is", null), eb("p.ends_on", ">=", on)]))
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom("engagements as e")
            .select("e.id")
            .whereRef("e.school_id", "=", "u.school_id")
            .whereRef("e.pursuit_id", "=", "u.id")
            .where("e.state", "in", ["ended", "closed"]),
        ),
      ),
    )
    .$if(placementId !== null, (query) => query.where("l.placement_id", "=", placementId ?? ""))
    .orderBy("u.student_id")
    .orderBy("u.id")
    .execute();
}

/** The states of a pursuit that has gates and has not ended. */
const GATED = ["approved", "contacted", "offered", "accepted"];

/** Titles of the places that the school lists with a mentor, by title. */
export function listPlacesWith(tx: ScopeTx, of: OfMentor) {
  return placedWith(tx, of)
    .select(["l.id as listing_id", "p.title"])
    .where("l.state", "<>", "archived")
    .orderBy("p.title")
    .orderBy("l.id")
    .execute();
}

/** Who leads a place that the school lists, stands in there, or leads an internship that has not ended; by name. */
export function listMentorsToCheck(tx: ScopeTx, { schoolId, districtId }: { schoolId: string; districtId: string }) {
  const listed = tx
    .selectFrom("listings as l")
    .innerJoin("placements as p", (join) =>
      join.onRef("p.district_id", "=", "l.district_id").onRef("p.id", "=", "l.placement_id"),
    )
    .where("l.school_id", "=", schoolId)
    .where("l.state", "<>", "archived");
  const backups = listed
    .innerJoin("placement_backups as b", (join) =>
      join.onRef("b.district_id", "=", "p.district_id").onRef("b.placement_id", "=", "p.id"),
    )
    .select("b.mentor_id");
  const running = tx
    .selectFrom("engagements as e")
    .select("e.lead_mentor_id")
    .where("e.school_id", "=", schoolId)
    .where("e.state", "not in", ["ended", "closed"]);
  return tx
    .selectFrom("mentors as m")
    .select(["m.id", "m.full_name"])
    .select(({ selectFrom }) =>
      selectFrom("affiliations as a")
        .innerJoin("organisations as o", (join) =>
          join.onRef("o.district_id", "=", "a.district_id").onRef("o.id", "=", "a.organisation_id"),
        )
        .select(sql<string>`string_agg(distinct o.name, ', ' order by o.name)`.as("names"))
        .whereRef("a.district_id", "=", "m.district_id")
        .whereRef("a.mentor_id", "=", "m.id")
        .where("a.to_on", "is", null)
        .as("organisations"),
    )
    .where("m.district_id", "=", districtId)
    .where(({ or, eb }) =>
      or([
        eb(
          "m.id",
          "in",
          listed
            .select("p.lead_mentor_id")
            .where("p.lead_mentor_id", "is not", null)
            .$castTo<{ lead_mentor_id: string }>(),
        ),
        eb("m.id", "in", backups),
        eb("m.id", "in", running.where("e.lead_mentor_id", "is not", null).$castTo<{ lead_mentor_id: string }>()),
      ]),
    )
    .orderBy("m.full_name")
    .orderBy("m.id")
    .execute();
}
