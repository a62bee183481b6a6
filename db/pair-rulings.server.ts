import type { ScopeTx } from "./scope.server";

export type Ruling = "locked" | "forbidden" | "released";

interface Pair {
  schoolId: string;
  studentId: string;
  listingId: string;
}

/** What coordinators settled about one pair, whoever it was; also when it was released again. */
export function findRuling(tx: ScopeTx, { schoolId, studentId, listingId }: Pair) {
  return rulings(tx, schoolId)
    .where("r.student_id", "=", studentId)
    .where("r.listing_id", "=", listingId)
    .executeTakeFirst();
}

export type RulingRow = NonNullable<Awaited<ReturnType<typeof findRuling>>>;

/** Every ruling of a school that stands, in the order in which they were made. */
export function listStandingRulings(tx: ScopeTx, { schoolId }: { schoolId: string }) {
  return rulings(tx, schoolId).where("r.ruling", "in", ["locked", "forbidden"]).execute();
}

/** Every pair of a school that anybody ever ruled on, with its revision. */
export function listRulings(tx: ScopeTx, { schoolId }: { schoolId: string }) {
  return rulings(tx, schoolId).execute();
}

/** What was ruled since a moment. */
export function listRulingsSince(tx: ScopeTx, { schoolId, since }: { schoolId: string; since: Date }) {
  return rulings(tx, schoolId).where("r.ruled_at", ">", since.toISOString()).execute();
}

/** Writes what is settled about a pair now and answers its new revision. The caller holds the student's lock. */
export async function putRuling(
  tx: ScopeTx,
  ruled: Pair & { ruling: Ruling; overrides: boolean; reason: string; by: string; now: Date },
): Promise<number> {
  const set = {
    ruling: ruled.ruling,
    overrides: ruled.overrides,
    reason: ruled.reason,
    ruled_by: ruled.by,
    ruled_at: ruled.now.toISOString(),
  };
  const { revision } = await tx
    .insertInto("pair_rulings")
    .values({ school_id: ruled.schoolId, student_id: ruled.studentId, listing_id: ruled.listingId, ...set })
    .onConflict((conflict) =>
      conflict
        .columns(["school_id", "student_id", "listing_id"])
        .doUpdateSet((eb) => ({ ...set, revision: eb("pair_rulings.revision", "+", 1) })),
    )
    .returning("revision")
    .executeTakeFirstOrThrow();
  return revision;
}

function rulings(tx: ScopeTx, schoolId: string) {
  return tx
    .selectFrom("pair_rulings as r")
    .innerJoin("people as pe", (join) =>
      join.onRef("pe.school_id", "=", "r.school_id").onRef("pe.id", "=", "r.student_id"),
    )
    .innerJoin("listings as l", (join) =>
      join.onRef("l.school_id", "=", "r.school_id").onRef("l.id", "=", "r.listing_id"),
    )
    .innerJoin("placements as p", (join) =>
      join.onRef("p.district_id", "=", "l.district_id").onRef("p.id", "=", "l.placement_id"),
    )
    .leftJoin("people as by", (join) =>
      join.onRef("by.school_id", "=", "r.school_id").onRef("by.id", "=", "r.ruled_by"),
    )
    .select([
      "r.student_id",
      "r.listing_id",
      "r.ruling",
      "r.overrides",
      "r.reason",
      "r.ruled_by",
      "r.ruled_at",
      "r.revision",
      "pe.full_name as student_full_name",
      "p.title",
      "by.name_used as ruled_by_name",
    ])
    .where("r.school_id", "=", schoolId)
    .orderBy("r.ruled_at")
    .orderBy("r.student_id")
    .orderBy("r.listing_id");
}
