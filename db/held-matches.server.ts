import type { ScopeTx } from "./scope.server";

interface HeldAt {
  schoolId: string;
  /** Those of one student, or of one listing. */
  studentId?: string | undefined;
  listingId?: string | undefined;
}

/** Approvals of a school that still can be undone, whichever run they are of, the newest first. */
export function listHeldMatches(tx: ScopeTx, { schoolId, studentId, listingId }: HeldAt) {
  return tx
    .selectFrom("matches as m")
    .innerJoin("people as pe", (join) =>
      join.onRef("pe.school_id", "=", "m.school_id").onRef("pe.id", "=", "m.student_id"),
    )
    .innerJoin("listings as l", (join) =>
      join.onRef("l.school_id", "=", "m.school_id").onRef("l.id", "=", "m.listing_id"),
    )
    .innerJoin("placements as p", (join) =>
      join.onRef("p.district_id", "=", "l.district_id").onRef("p.id", "=", "l.placement_id"),
    )
    .leftJoin("people as by", (join) => join.onRef("by.school_id", "=", "m.school_id").onRef("by.id", "=", "m.held_by"))
    .select([
      "m.id",
      "m.student_id",
      "m.listing_id",
      "m.held_until",
      "m.held_by",
      "m.held_as",
      "pe.full_name as student_full_name",
      "p.title",
      "by.name_used as held_by_name",
    ])
    .where("m.school_id", "=", schoolId)
    .where("m.state", "=", "held")
    .$if(studentId !== undefined, (query) => query.where("m.student_id", "=", studentId ?? ""))
    .$if(listingId !== undefined, (query) => query.where("m.listing_id", "=", listingId ?? ""))
    .orderBy("m.held_until", "desc")
    .orderBy("m.id")
    .execute();
}

export type HeldMatch = Awaited<ReturnType<typeof listHeldMatches>>[number];

/** Approvals of a school that were to be carried out before a moment and still wait. */
export async function listOverdueMatchIds(
  tx: ScopeTx,
  { schoolId, before }: { schoolId: string; before: Date },
): Promise<string[]> {
  const rows = await tx
    .selectFrom("matches")
    .select("id")
    .where("school_id", "=", schoolId)
    .where("state", "=", "held")
    .where("held_until", "<", before.toISOString())
    .orderBy("id")
    .execute();
  return rows.map(({ id }) => id);
}

/** How many approvals of a listing wait to be carried out; each will take a pursuit place. */
export async function countHeldMatches(
  tx: ScopeTx,
  { schoolId, listingId }: { schoolId: string; listingId: string },
): Promise<number> {
  const row = await tx
    .selectFrom("matches")
    .select((eb) => eb.fn.countAll<number>().as("count"))
    .where("school_id", "=", schoolId)
    .where("listing_id", "=", listingId)
    .where("state", "=", "held")
    .executeTakeFirst();
  return Number(row?.count ?? 0);
}

/** Somebody who may decide at the school on a day: an account to act as, in the role they have now. */
export function findDecider(
  tx: ScopeTx,
  { schoolId, personId, on }: { schoolId: string; personId: string; on: string },
) {
  return tx
    .selectFrom("identity.memberships")
    .select(["account_id", "role"])
    .where("school_id", "=", schoolId)
    .where("person_id", "=", personId)
    .where("role", "in", ["coordinator", "admin"])
    .where("from_on", "<=", on)
    .where((eb) => eb.or([eb("to_on", "is", null), eb("to_on", ">=", on)]))
    .orderBy("role", "desc")
    .limit(1)
    .executeTakeFirst();
}
