import type { ScopeTx } from "./scope.server";

interface Led {
  schoolId: string;
  mentorId: string;
}

const STANDING = ["suggested", "requested", "approved", "contacted", "offered", "accepted"];

/**
 * Locks, in this order, the students who go after a place that a mentor leads, its listings and the mentor's engagements at the
 * school: the order in which everybody locks. Answers their pursuits, the listings and the engagements.
 */
export async function lockLedByMentor(tx: ScopeTx, { schoolId, mentorId }: Led) {
  const all = await tx
    .selectFrom("listings as l")
    .innerJoin("placements as p", (join) =>
      join.onRef("p.district_id", "=", "l.district_id").onRef("p.id", "=", "l.placement_id"),
    )
    .select("l.id")
    .where("l.school_id", "=", schoolId)
    .where("p.lead_mentor_id", "=", mentorId)
    .execute();
  const listingIds = all.map(({ id }) => id);
  await lockStudentsOf(tx, schoolId, listingIds);
  const listings = await lockListingsWithPlace(tx, schoolId, listingIds);
  const engagements = await engagementsOf(tx, schoolId)
    .where("lead_mentor_id", "=", mentorId)
    .orderBy("id")
    .forNoKeyUpdate()
    .execute();
  const pursuits = await standingPursuits(tx, schoolId, listingIds)
    .select(["id", "state", "student_id", "listing_id"])
    .orderBy("id")
    .execute();
  return { listings, engagements, pursuits };
}

/** The same of some places, whoever leads them by now: locked in the same order, with the engagements that come from their pursuits. */
export async function lockAtPlaces(
  tx: ScopeTx,
  { schoolId, placementIds }: { schoolId: string; placementIds: readonly string[] },
): Promise<LedByMentor> {
  const all = await tx
    .selectFrom("listings")
    .select("id")
    .where("school_id", "=", schoolId)
    .where("placement_id", "in", some(placementIds))
    .execute();
  const listingIds = all.map(({ id }) => id);
  await lockStudentsOf(tx, schoolId, listingIds);
  const listings = await lockListingsWithPlace(tx, schoolId, listingIds);
  const pursuits = await standingPursuits(tx, schoolId, listingIds)
    .select(["id", "state", "student_id", "listing_id"])
    .orderBy("id")
    .execute();
  const engagements = await engagementsOf(tx, schoolId)
    .where("pursuit_id", "in", some(pursuits.map(({ id }) => id)))
    .where("state", "not in", ["ended", "closed"])
    .orderBy("id")
    .forNoKeyUpdate()
    .execute();
  return { listings, engagements, pursuits };
}

export type LedByMentor = Awaited<ReturnType<typeof lockLedByMentor>>;

/**
 * Locks, in the same order, the students who go after a place of an organisation and its listings at the school: what is about to
 * be another organisation's. Answers the listings.
 */
export async function lockOfOrganisation(
  tx: ScopeTx,
  { schoolId, organisationId }: { schoolId: string; organisationId: string },
): Promise<string[]> {
  const all = await tx
    .selectFrom("listings")
    .select("id")
    .where("school_id", "=", schoolId)
    .where("organisation_id", "=", organisationId)
    .execute();
  const listingIds = all.map(({ id }) => id);
  await lockStudentsOf(tx, schoolId, listingIds);
  await lockListingsWithPlace(tx, schoolId, listingIds);
  return listingIds;
}

function engagementsOf(tx: ScopeTx, schoolId: string) {
  return tx
    .selectFrom("engagements")
    .select(["id", "pursuit_id", "state", "lead_mentor_id"])
    .where("school_id", "=", schoolId);
}

const some = (ids: readonly string[]) => (ids.length > 0 ? [...ids] : [null]);

function standingPursuits(tx: ScopeTx, schoolId: string, listingIds: readonly string[]) {
  return tx
    .selectFrom("pursuits")
    .where("school_id", "=", schoolId)
    .where("listing_id", "in", some(listingIds))
    .where("state", "in", STANDING);
}

async function lockStudentsOf(tx: ScopeTx, schoolId: string, listingIds: readonly string[]): Promise<void> {
  await tx
    .selectFrom("students")
    .select("id")
    .where("school_id", "=", schoolId)
    .where("id", "in", standingPursuits(tx, schoolId, listingIds).select("student_id"))
    .orderBy("id")
    .forNoKeyUpdate()
    .execute();
}

function lockListingsWithPlace(tx: ScopeTx, schoolId: string, listingIds: readonly string[]) {
  return tx
    .selectFrom("listings as l")
    .innerJoin("placements as p", (join) =>
      join.onRef("p.district_id", "=", "l.district_id").onRef("p.id", "=", "l.placement_id"),
    )
    .innerJoin("organisations as o", (join) =>
      join.onRef("o.district_id", "=", "p.district_id").onRef("o.id", "=", "p.organisation_id"),
    )
    .select([
      ...(["l.id", "l.state", "l.placement_id", "p.starts_on", "p.ends_on", "p.kind"] as const),
      ...(["p.title", "p.lead_mentor_id", "o.name as organisation_name"] as const),
    ])
    .where("l.school_id", "=", schoolId)
    .where("l.id", "in", some(listingIds))
    .orderBy("l.id")
    .forNoKeyUpdate("l")
    .execute();
}

interface Pauses {
  schoolId: string;
  districtId: string;
  suspensionId: string;
}

/** Keeps what a suspension paused in a school, and what it was before. */
export async function insertPause(
  tx: ScopeTx,
  pause: Pauses & { noun: "listing" | "engagement"; id: string; stateBefore: string },
): Promise<void> {
  await tx
    .insertInto("suspension_pauses")
    .values({
      school_id: pause.schoolId,
      district_id: pause.districtId,
      suspension_id: pause.suspensionId,
      noun: pause.noun,
      thing_id: pause.id,
      state_before: pause.stateBefore,
    })
    .execute();
}

/** What a suspension paused in a school. */
export function listPauses(tx: ScopeTx, { schoolId, suspensionId }: Omit<Pauses, "districtId">) {
  return tx
    .selectFrom("suspension_pauses")
    .select(["noun", "thing_id", "state_before"])
    .where("school_id", "=", schoolId)
    .where("suspension_id", "=", suspensionId)
    .orderBy("noun")
    .orderBy("thing_id")
    .execute();
}
