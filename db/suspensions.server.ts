import { type ExpressionBuilder, sql } from "kysely";
import type { DB } from "./schema.generated";
import type { IdentityTx, ScopeTx } from "./scope.server";

interface OfMentor {
  districtId: string;
  mentorId: string;
}

/** The suspension of a mentor that stands, with the school that ordered it and whom to ask there; never why. */
export function findStandingSuspension(tx: ScopeTx, { districtId, mentorId }: OfMentor) {
  return tx
    .selectFrom("mentor_suspensions as x")
    .innerJoin("schools as s", "s.id", "x.by_school_id")
    .select(["x.id", "x.by_school_id", "x.suspended_at", "s.name", "s.help_name", "s.help_phone", "s.time_zone"])
    .where("x.district_id", "=", districtId)
    .where("x.mentor_id", "=", mentorId)
    .where("x.lifted_at", "is", null)
    .executeTakeFirst();
}

/** Locks a mentor against everybody, also against a mail that is made to them at this moment; answers whether the district has them. */
export async function lockMentor(tx: ScopeTx, { districtId, mentorId }: OfMentor): Promise<boolean> {
  const row = await tx
    .selectFrom("mentors")
    .select("id")
    .where("district_id", "=", districtId)
    .where("id", "=", mentorId)
    .forUpdate()
    .executeTakeFirst();
  return row !== undefined;
}

/** Writes what every gate asks: since when a mentor is suspended, or null. */
export async function writeSuspendedAt(tx: ScopeTx, { districtId, mentorId, at }: OfMentor & { at: Date | null }) {
  await tx
    .updateTable("mentors")
    .set({ suspended_at: at?.toISOString() ?? null })
    .where("district_id", "=", districtId)
    .where("id", "=", mentorId)
    .execute();
}

export async function insertSuspension(
  tx: ScopeTx,
  { districtId, mentorId, schoolId, now }: OfMentor & { schoolId: string; now: Date },
): Promise<string> {
  const { id } = await tx
    .insertInto("mentor_suspensions")
    .values({ district_id: districtId, mentor_id: mentorId, by_school_id: schoolId, suspended_at: now.toISOString() })
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}

export async function endSuspension(
  tx: ScopeTx,
  { districtId, suspensionId, now }: { districtId: string; suspensionId: string; now: Date },
): Promise<void> {
  await tx
    .updateTable("mentor_suspensions")
    .set({ lifted_at: now.toISOString() })
    .where("district_id", "=", districtId)
    .where("id", "=", suspensionId)
    .execute();
}

export interface NewReason {
  schoolId: string;
  districtId: string;
  suspensionId: string;
  what: "suspended" | "lifted";
  body: string;
  writtenBy: string;
  notFor: readonly string[];
  now: Date;
}

/** Seals why a mentor was suspended, or why that ended. */
export async function insertReason(tx: ScopeTx, reason: NewReason): Promise<void> {
  await tx
    .insertInto("suspension_reasons")
    .values({
      school_id: reason.schoolId,
      district_id: reason.districtId,
      suspension_id: reason.suspensionId,
      what: reason.what,
      body: reason.body,
      written_by: reason.writtenBy,
      written_at: reason.now.toISOString(),
      not_for: [...reason.notFor],
    })
    .execute();
}

/** Why the school suspended a mentor, also before, the newest first. The policies know who reads it. */
export function listReasons(tx: ScopeTx, { schoolId, mentorId }: { schoolId: string; mentorId: string }) {
  return tx
    .selectFrom("suspension_reasons as r")
    .innerJoin("mentor_suspensions as x", (join) =>
      join.onRef("x.district_id", "=", "r.district_id").onRef("x.id", "=", "r.suspension_id"),
    )
    .leftJoin("people as pe", (join) =>
      join.onRef("pe.school_id", "=", "r.school_id").onRef("pe.id", "=", "r.written_by"),
    )
    .select(["r.suspension_id", "r.what", "r.body", "r.written_at", "r.not_for", "pe.full_name"])
    .where("r.school_id", "=", schoolId)
    .where("x.mentor_id", "=", mentorId)
    .orderBy("r.written_at", "desc")
    .orderBy("r.what")
    .execute();
}

/** Whether the lead mentor of the listing of a pursuit is suspended, for a query over pursuits. */
export function ledBySuspended(eb: ExpressionBuilder<DB, "pursuits">) {
  return eb
    .selectFrom("listings as l")
    .innerJoin("placements as p", (join) =>
      join.onRef("p.district_id", "=", "l.district_id").onRef("p.id", "=", "l.placement_id"),
    )
    .innerJoin("mentors as m", (join) =>
      join.onRef("m.district_id", "=", "p.district_id").onRef("m.id", "=", "p.lead_mentor_id"),
    )
    .select("l.id")
    .whereRef("l.school_id", "=", "pursuits.school_id")
    .whereRef("l.id", "=", "pursuits.listing_id")
    .where("m.suspended_at", "is not", null);
}

/** Moves the dates of pursuits that stood still by the days that the suspension took. */
export async function postponePursuits(
  tx: ScopeTx,
  { schoolId, pursuitIds, since, now }: { schoolId: string; pursuitIds: readonly string[]; since: Date; now: Date },
): Promise<void> {
  if (pursuitIds.length === 0) return;
  await tx
    .updateTable("pursuits")
    .set({
      expires_at: sql<string>`expires_at + (${now.toISOString()}::timestamptz - ${since.toISOString()}::timestamptz)`,
    })
    .where("school_id", "=", schoolId)
    .where("id", "in", [...pursuitIds])
    .where("expires_at", ">", since.toISOString())
    .execute();
}

/** A suspended mentor signs in to nothing of theirs, and every session of their accounts ends now. */
export async function suspendMemberships(tx: IdentityTx, { districtId, mentorId, now }: OfMentor & { now: Date }) {
  const at = now.toISOString();
  const memberships = await tx
    .updateTable("identity.memberships")
    .set({ suspended_at: at })
    .where("role", "=", "mentor")
    .where("district_id", "=", districtId)
    .where("person_id", "=", mentorId)
    .returning("account_id")
    .execute();
  if (memberships.length === 0) return;
  await tx
    .updateTable("identity.sessions")
    .set({ ended_at: at })
    .where(
      "account_id",
      "in",
      memberships.map(({ account_id }) => account_id),
    )
    .where("ended_at", "is", null)
    .execute();
}

/** The mentor may sign in again. */
export async function resumeMemberships(tx: IdentityTx, { districtId, mentorId }: OfMentor): Promise<void> {
  await tx
    .updateTable("identity.memberships")
    .set({ suspended_at: null })
    .where("role", "=", "mentor")
    .where("district_id", "=", districtId)
    .where("person_id", "=", mentorId)
    .execute();
}
