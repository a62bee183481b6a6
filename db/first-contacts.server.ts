import type { ScopeTx } from "./scope.server";

/** State and placement of pursuits of one school, by id; read in that school for the host whom they were disclosed to. */
export function listDisclosedPursuits(
  tx: ScopeTx,
  { schoolId, organisationId, pursuitIds }: { schoolId: string; organisationId: string; pursuitIds: readonly string[] },
) {
  return tx
    .selectFrom("pursuits as u")
    .innerJoin("listings as l", (join) =>
      join.onRef("l.school_id", "=", "u.school_id").onRef("l.id", "=", "u.listing_id"),
    )
    .innerJoin("placements as p", (join) =>
      join.onRef("p.district_id", "=", "l.district_id").onRef("p.id", "=", "l.placement_id"),
    )
    .innerJoin("schools as s", "s.id", "u.school_id")
    .leftJoin("mentors as m", (join) =>
      join.onRef("m.district_id", "=", "p.district_id").onRef("m.id", "=", "p.lead_mentor_id"),
    )
    .leftJoin("engagements as e", (join) =>
      join.onRef("e.school_id", "=", "u.school_id").onRef("e.pursuit_id", "=", "u.id"),
    )
    .select([
      "m.suspended_at as mentor_suspended_at",
      "e.state as engagement_state",
      "u.id",
      "u.state",
      "u.contacted_at",
      "p.title",
      "p.id as placement_id",
      "s.name as school_name",
      "s.time_zone",
    ])
    .where("u.school_id", "=", schoolId)
    .where("u.organisation_id", "=", organisationId)
    .where("u.id", "in", [...pursuitIds])
    .execute();
}
