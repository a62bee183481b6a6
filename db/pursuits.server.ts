import { sql } from "kysely";
import { LIVE_STATES, type PursuitState } from "~/domain/pursuit/lifecycle";
import { waitsForAdvisor, waitsForCoordinators } from "./gates.server";
import { outsideName } from "./names.server";
import type { ScopeTx } from "./scope.server";
import { ledBySuspended } from "./suspensions.server";

/** One pursuit with the names and facts its verbs and mails need. */
export function findPursuit(tx: ScopeTx, { schoolId, pursuitId }: { schoolId: string; pursuitId: string }) {
  return withFacts(
    tx,
    pursuitRows(tx).where("school_id", "=", schoolId).where("id", "=", pursuitId),
  ).executeTakeFirst();
}

export type PursuitFacts = NonNullable<Awaited<ReturnType<typeof findPursuit>>>;

export interface PursuitQuery {
  schoolId: string;
  states: readonly string[];
  studentId?: string;
  studentIds?: readonly string[];
  listingId?: string;
  /** Of requests that an advisor reads first, only those that the student asked for before this. Left out, all. */
  advisorsHadSince?: Date;
  /** Left out, the longest waiting come first. */
  order?: "longest_waiting" | "newest";
  limit?: number;
  offset?: number;
}

/** Pursuits of a school in some states. Rows are chosen first, so that only those of the page are joined with names and facts. */
export function listPursuits(tx: ScopeTx, asked: PursuitQuery) {
  const { schoolId, studentId, studentIds, listingId, advisorsHadSince } = asked;
  const direction = asked.order === "newest" ? "desc" : "asc";
  const page = pursuitRows(tx)
    .where("school_id", "=", schoolId)
    .where("state", "in", [...asked.states])
    .$if(studentId !== undefined, (query) => query.where("student_id", "=", studentId ?? ""))
    .$if(studentIds !== undefined, (query) => query.where("student_id", "in", [...(studentIds ?? [])]))
    .$if(listingId !== undefined, (query) => query.where("listing_id", "=", listingId ?? ""))
    .$if(advisorsHadSince !== undefined, (query) => query.where(waitsForCoordinators(advisorsHadSince ?? new Date(0))))
    .orderBy("updated_at", direction)
    .orderBy("id", direction)
    .limit(asked.limit ?? 200)
    .offset(asked.offset ?? 0);
  return withFacts(tx, page).orderBy("u.updated_at", direction).orderBy("u.id", direction).execute();
}

/** How many pursuits of a school are in each state; a state that none is in is left out. */
export async function countPursuitsByState(
  tx: ScopeTx,
  { schoolId }: { schoolId: string },
): Promise<Partial<Record<PursuitState, number>>> {
  const rows = await tx
    .selectFrom("pursuits")
    .select((eb) => ["state", eb.fn.countAll<number>().as("count")])
    .where("school_id", "=", schoolId)
    .groupBy("state")
    .execute();
  return Object.fromEntries(rows.map(({ state, count }) => [state, count]));
}

function pursuitRows(tx: ScopeTx) {
  return tx.selectFrom("pursuits").selectAll();
}

/** A host's new title goes by its old name until a coordinator has read it. */
const reviewedTitle = sql<string>`case when l.reviewed_revision < p.revision then l.reviewed_title else p.title end`;

function withFacts(tx: ScopeTx, rows: ReturnType<typeof pursuitRows>) {
  return tx
    .selectFrom(rows.as("u"))
    .innerJoin("students as st", (join) =>
      join.onRef("st.school_id", "=", "u.school_id").onRef("st.id", "=", "u.student_id"),
    )
    .innerJoin("people as pe", (join) =>
      join.onRef("pe.school_id", "=", "u.school_id").onRef("pe.id", "=", "u.student_id"),
    )
    .innerJoin("listings as l", (join) =>
      join.onRef("l.school_id", "=", "u.school_id").onRef("l.id", "=", "u.listing_id"),
    )
    .innerJoin("placements as p", (join) =>
      join.onRef("p.district_id", "=", "l.district_id").onRef("p.id", "=", "l.placement_id"),
    )
    .innerJoin("organisations as o", (join) =>
      join.onRef("o.district_id", "=", "p.district_id").onRef("o.id", "=", "p.organisation_id"),
    )
    .leftJoin("sites as s", (join) => join.onRef("s.district_id", "=", "p.district_id").onRef("s.id", "=", "p.site_id"))
    .leftJoin("mentors as m", (join) =>
      join.onRef("m.district_id", "=", "p.district_id").onRef("m.id", "=", "p.lead_mentor_id"),
    )
    .leftJoin("engagements as e", (join) =>
      join.onRef("e.school_id", "=", "u.school_id").onRef("e.pursuit_id", "=", "u.id"),
    )
    .select([
      "u.id as pursuit_id",
      "u.school_id",
      "u.state",
      "u.origin",
      "u.student_id",
      "u.listing_id",
      "u.student_note",
      "u.decline_for_student",
      "u.decline_for_staff",
      "u.student_asked_at",
      "u.approved_at",
      "u.expires_at",
      "u.contacted_at",
      "u.ended_at",
      "u.created_at",
      "u.updated_at",
      "u.revision",
      "u.match_score",
      "pe.full_name as student_full_name",
      "pe.name_used as student_name",
      "pe.language as student_language",
      "pe.born_on as student_born_on",
      outsideName("pe").as("student_outside_name"),
      waitsForAdvisor("u").as("waits_for_advisor"),
      "st.grade",
      "st.directory_opt_out",
      "st.weekdays as student_weekdays",
      "l.seats",
      "l.state as listing_state",
      "p.id as placement_id",
      "p.district_id",
      "p.organisation_id",
      reviewedTitle.as("title"),
      "p.kind",
      "p.starts_on",
      "p.ends_on",
      "p.basis",
      "p.lead_mentor_id",
      "s.mode as site_mode",
      "s.name as site_name",
      "s.street as site_street",
      "s.city as site_city",
      "o.name as organisation_name",
      "m.name_used as mentor_name",
      "m.language as mentor_language",
      "m.suspended_at as mentor_suspended_at",
      "e.state as engagement_state",
    ]);
}

/**
 * Locks a student, so that everything that decides about one student happens one after another. Every verb about a student's
 * pursuits and consents takes this lock first, and a listing's lock after it. Answers whether the school has the student.
 */
export async function lockStudent(
  tx: ScopeTx,
  { schoolId, studentId }: { schoolId: string; studentId: string },
): Promise<boolean> {
  const row = await tx
    .selectFrom("students")
    .select("id")
    .where("school_id", "=", schoolId)
    .where("id", "=", studentId)
    .forNoKeyUpdate()
    .executeTakeFirst();
  return row !== undefined;
}

/** Locks the student of a pursuit and reads the pursuit as it is from then on. */
export async function lockPursuit(
  tx: ScopeTx,
  key: { schoolId: string; pursuitId: string },
): Promise<PursuitFacts | undefined> {
  const row = await tx
    .selectFrom("pursuits")
    .select("student_id")
    .where("school_id", "=", key.schoolId)
    .where("id", "=", key.pursuitId)
    .executeTakeFirst();
  if (!row || !(await lockStudent(tx, { schoolId: key.schoolId, studentId: row.student_id }))) return undefined;
  return findPursuit(tx, key);
}

/** The live and the accepted pursuits of a student: the ones beside which no second one for the same listing may stand. */
export function listStandingPursuits(tx: ScopeTx, { schoolId, studentId }: { schoolId: string; studentId: string }) {
  return tx
    .selectFrom("pursuits")
    .select(["id", "listing_id", "state"])
    .where("school_id", "=", schoolId)
    .where("student_id", "=", studentId)
    .where("state", "in", [...LIVE_STATES, "accepted"])
    .execute();
}

export interface NewPursuit {
  schoolId: string;
  studentId: string;
  listingId: string;
  organisationId: string;
  state: "requested" | "suggested";
  origin: "student" | "match" | "introduction";
  studentAskedAt: Date | null;
  studentNote?: string;
  matchScore?: number | null;
  approvedAt?: Date | null;
  expiresAt?: Date | null;
  now: Date;
}

export async function insertPursuit(tx: ScopeTx, pursuit: NewPursuit): Promise<string> {
  const now = pursuit.now.toISOString();
  const { id } = await tx
    .insertInto("pursuits")
    .values({
      school_id: pursuit.schoolId,
      student_id: pursuit.studentId,
      listing_id: pursuit.listingId,
      organisation_id: pursuit.organisationId,
      state: pursuit.state,
      origin: pursuit.origin,
      student_asked_at: pursuit.studentAskedAt?.toISOString() ?? null,
      student_note: pursuit.studentNote ?? "",
      match_score: pursuit.matchScore ?? null,
      approved_at: pursuit.approvedAt?.toISOString() ?? null,
      expires_at: pursuit.expiresAt?.toISOString() ?? null,
      created_at: now,
      updated_at: now,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}

/** Ids of live pursuits whose date has passed, the oldest first. While the lead mentor is suspended none of theirs runs out. */
export async function listOverduePursuits(
  tx: ScopeTx,
  { schoolId, now }: { schoolId: string; now: Date },
): Promise<string[]> {
  const rows = await tx
    .selectFrom("pursuits")
    .select("id")
    .where("school_id", "=", schoolId)
    .where("state", "in", ["suggested", "approved", "contacted", "offered"])
    .where("expires_at", "<", now.toISOString())
    .where((eb) => eb.not(eb.exists(ledBySuspended(eb))))
    .orderBy("expires_at")
    .execute();
  return rows.map((row) => row.id);
}

/** The pursuits of a school of an organisation's placements. */
export async function listPursuitIdsOfOrganisation(
  tx: ScopeTx,
  { schoolId, organisationId }: { schoolId: string; organisationId: string },
): Promise<string[]> {
  const rows = await tx
    .selectFrom("pursuits")
    .select("id")
    .where("school_id", "=", schoolId)
    .where("organisation_id", "=", organisationId)
    .execute();
  return rows.map(({ id }) => id);
}
