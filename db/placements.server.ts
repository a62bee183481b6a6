import type { PlacementPost } from "~/domain/placement/post";
import type { ScopeTx } from "./scope.server";

interface PlacementKey {
  districtId: string;
  organisationId: string;
  placementId: string;
}

/** Placements of an organisation, the newest first. */
export function listPlacements(tx: ScopeTx, { districtId, organisationId }: Omit<PlacementKey, "placementId">) {
  return tx
    .selectFrom("placements")
    .select(["id", "kind", "title", "seats", "created_at"])
    .where("district_id", "=", districtId)
    .where("organisation_id", "=", organisationId)
    .where("erased_at", "is", null)
    .orderBy("created_at", "desc")
    .orderBy("id", "desc")
    .execute();
}

/** The ids of all that an organisation has placed. */
export async function listPlacementIds(
  tx: ScopeTx,
  { districtId, organisationId }: Omit<PlacementKey, "placementId">,
): Promise<string[]> {
  const rows = await tx
    .selectFrom("placements")
    .select("id")
    .where("district_id", "=", districtId)
    .where("organisation_id", "=", organisationId)
    .orderBy("id")
    .execute();
  return rows.map(({ id }) => id);
}

/** One placement of an organisation with its place and lead mentor. */
export function findPlacement(tx: ScopeTx, key: PlacementKey) {
  return tx
    .selectFrom("placements as p")
    .leftJoin("sites as s", (join) =>
      join
        .onRef("s.district_id", "=", "p.district_id")
        .onRef("s.organisation_id", "=", "p.organisation_id")
        .onRef("s.id", "=", "p.site_id"),
    )
    .leftJoin("mentors as m", (join) =>
      join.onRef("m.district_id", "=", "p.district_id").onRef("m.id", "=", "p.lead_mentor_id"),
    )
    .selectAll("p")
    .select([
      "s.name as site_name",
      "s.mode as site_mode",
      "s.street",
      "s.city",
      "s.postcode",
      "m.name_used as mentor_name",
    ])
    .where("p.district_id", "=", key.districtId)
    .where("p.organisation_id", "=", key.organisationId)
    .where("p.id", "=", key.placementId)
    .where("p.erased_at", "is", null)
    .executeTakeFirst();
}

export type PlacementRow = NonNullable<Awaited<ReturnType<typeof findPlacement>>>;

/** Locks a placement for this transaction: whoever edits it and whoever publishes it take turns. */
export function lockPlacement(tx: ScopeTx, key: PlacementKey) {
  return tx
    .selectFrom("placements")
    .select(["id", "revision", "seats", "basis"])
    .where("district_id", "=", key.districtId)
    .where("organisation_id", "=", key.organisationId)
    .where("id", "=", key.placementId)
    .where("erased_at", "is", null)
    .forUpdate()
    .executeTakeFirst();
}

export async function listPlacementInterests(
  tx: ScopeTx,
  key: Omit<PlacementKey, "organisationId">,
): Promise<string[]> {
  const rows = await tx
    .selectFrom("placement_interests")
    .select("interest_id")
    .where("district_id", "=", key.districtId)
    .where("placement_id", "=", key.placementId)
    .orderBy("interest_id")
    .execute();
  return rows.map((row) => row.interest_id);
}

/** Mentors who stand in for the lead mentor, by name. */
export function listPlacementBackups(tx: ScopeTx, key: Omit<PlacementKey, "organisationId">) {
  return tx
    .selectFrom("placement_backups as b")
    .innerJoin("mentors as m", (join) =>
      join.onRef("m.district_id", "=", "b.district_id").onRef("m.id", "=", "b.mentor_id"),
    )
    .select(["m.id", "m.name_used"])
    .where("b.district_id", "=", key.districtId)
    .where("b.placement_id", "=", key.placementId)
    .orderBy("m.name_used")
    .execute();
}

export interface PlacementText extends PlacementKey {
  post: PlacementPost;
  /** Null until the place is known. */
  siteId: string | null;
  postedBy: string;
  now: Date;
}

/** Adds a placement. Answers false when there is one with that id in the district: the same form sent twice, or another's id. */
export async function insertPlacement(tx: ScopeTx, text: PlacementText): Promise<boolean> {
  const inserted = await tx
    .insertInto("placements")
    .values({
      district_id: text.districtId,
      organisation_id: text.organisationId,
      id: text.placementId,
      posted_by: text.postedBy,
      basis: text.post.kind === "service_learning" ? "service_learning" : "unpaid_educational",
      created_at: text.now.toISOString(),
      ...columnsOf(text),
    })
    // Of whichever constraint: the id is part of several, and who comes at once meets any of them first.
    .onConflict((conflict) => conflict.doNothing())
    .returning("id")
    .executeTakeFirst();
  if (!inserted) return false;
  await insertParts(tx, text);
  return true;
}

export async function setPlacementSite(
  tx: ScopeTx,
  { siteId, ...key }: PlacementKey & { siteId: string },
): Promise<void> {
  await tx
    .updateTable("placements")
    .set({ site_id: siteId })
    .where("district_id", "=", key.districtId)
    .where("organisation_id", "=", key.organisationId)
    .where("id", "=", key.placementId)
    .execute();
}

/** Writes a new text over a placement that the caller has locked. */
export async function updatePlacement(
  tx: ScopeTx,
  text: PlacementText & { revision: number; basis: string },
): Promise<void> {
  await tx
    .updateTable("placements")
    .set({ ...columnsOf(text), revision: text.revision, basis: text.basis })
    .where("district_id", "=", text.districtId)
    .where("organisation_id", "=", text.organisationId)
    .where("id", "=", text.placementId)
    .execute();
  for (const table of ["placement_days", "placement_interests", "placement_backups"] as const) {
    await tx
      .deleteFrom(table)
      .where("district_id", "=", text.districtId)
      .where("placement_id", "=", text.placementId)
      .execute();
  }
  await insertParts(tx, text);
}

function columnsOf({ post, siteId, now }: PlacementText) {
  return {
    kind: post.kind,
    title: post.title,
    student_will_do: post.studentWillDo,
    skills: [...post.skills],
    aliases: [...post.aliases],
    host_gains: post.hostGains,
    requirements: post.requirements,
    site_id: siteId,
    lead_mentor_id: post.leadMentorId,
    seats: post.seats,
    length_unit: post.lengthUnit,
    length_count: post.lengthCount,
    starts_on: post.startsOn,
    ends_on: post.endsOn,
    languages: [...post.languages],
    minimum_grade: post.minimumGrade,
    maximum_grade: post.maximumGrade,
    minimum_age: post.minimumAge,
    updated_at: now.toISOString(),
  };
}

async function insertParts(tx: ScopeTx, { post, ...text }: PlacementText): Promise<void> {
  const key = { district_id: text.districtId, organisation_id: text.organisationId, placement_id: text.placementId };
  const days = post.days.map((day) => ({
    ...key,
    weekday: day.weekday,
    starts_at: day.startsAt,
    ends_at: day.endsAt,
    seats: day.seats,
  }));
  const interests = [...new Set(post.interests)].map((id) => ({ ...key, interest_id: id }));
  const backups = [...new Set(post.backupIds)]
    .filter((id) => id !== post.leadMentorId)
    .map((id) => ({ ...key, mentor_id: id }));
  if (days.length > 0) await tx.insertInto("placement_days").values(days).execute();
  if (interests.length > 0) await tx.insertInto("placement_interests").values(interests).execute();
  if (backups.length > 0) await tx.insertInto("placement_backups").values(backups).execute();
}
