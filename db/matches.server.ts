import { sql } from "kysely";
import type { ScopeTx } from "./scope.server";

/** Whoever asks for a run of this school waits here until the one before has asked. */
export async function lockMatchRuns(tx: ScopeTx, schoolId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`match-runs:${schoolId}`}, 0))`.execute(tx);
}

export async function insertMatchRun(
  tx: ScopeTx,
  run: { schoolId: string; mode: string; weightsVersion: number; seed: number; askedBy: string | null; now: Date },
): Promise<string> {
  const { id } = await tx
    .insertInto("match_runs")
    .values({
      school_id: run.schoolId,
      mode: run.mode,
      weights_version: run.weightsVersion,
      seed: run.seed,
      asked_by: run.askedBy,
      created_at: run.now.toISOString(),
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}

export function findMatchRun(tx: ScopeTx, { schoolId, runId }: { schoolId: string; runId: string }) {
  return tx
    .selectFrom("match_runs")
    .selectAll()
    .where("school_id", "=", schoolId)
    .where("id", "=", runId)
    .executeTakeFirst();
}

/** Keeps others from ending the run meanwhile; says how it stands. */
export function lockMatchRun(tx: ScopeTx, { schoolId, runId }: { schoolId: string; runId: string }) {
  return tx
    .selectFrom("match_runs")
    .select("state")
    .where("school_id", "=", schoolId)
    .where("id", "=", runId)
    .forUpdate()
    .executeTakeFirstOrThrow();
}

/**
 * The newest run of a school, finished or not. One that is written down as under way has failed where no job is going to make
 * it any more: its worker died with it, or threw, as often as it is tried. Asked in one statement with the run, so that a job
 * that ends at this moment is not taken for a lost one.
 */
export async function findNewestRun(tx: ScopeTx, { schoolId, state }: { schoolId: string; state?: string }) {
  const run = await tx
    .selectFrom("match_runs")
    .selectAll()
    .select(
      sql<boolean>`case when state in ('queued', 'running') then not app.is_still_tried(id) else false end`.as(
        "is_lost",
      ),
    )
    .where("school_id", "=", schoolId)
    .$if(state !== undefined, (query) => query.where("state", "=", state ?? ""))
    .orderBy("created_at", "desc")
    .orderBy("id", "desc")
    .limit(1)
    .executeTakeFirst();
  return run && { ...run, state: run.is_lost ? "failed" : run.state };
}

export interface RunChange {
  state?: "running" | "finished" | "failed";
  progress?: number;
  engine?: string;
  /** What it was made with, where that is not what it was asked for with. */
  weightsVersion?: number;
  inputHash?: string;
  summary?: unknown;
  finishedAt?: Date;
}

export async function updateMatchRun(
  tx: ScopeTx,
  { schoolId, runId, change }: { schoolId: string; runId: string; change: RunChange },
): Promise<void> {
  await tx
    .updateTable("match_runs")
    .set({
      ...(change.state ? { state: change.state } : {}),
      ...(change.progress === undefined ? {} : { progress: change.progress }),
      ...(change.engine === undefined ? {} : { engine: change.engine }),
      ...(change.weightsVersion === undefined ? {} : { weights_version: change.weightsVersion }),
      ...(change.inputHash === undefined ? {} : { input_hash: change.inputHash }),
      ...(change.summary === undefined ? {} : { summary: JSON.stringify(change.summary) }),
      ...(change.finishedAt ? { finished_at: change.finishedAt.toISOString() } : {}),
    })
    .where("school_id", "=", schoolId)
    .where("id", "=", runId)
    .execute();
}

export interface NewMatch {
  studentId: string;
  listingId: string;
  /** The three are null for a pair that stands against the rules, by a coordinator's reason. */
  score: number | null;
  forStudent: number | null;
  forPlacement: number | null;
  parts: unknown;
  reasons: unknown;
  blockers: unknown;
  flags: readonly string[];
}

/** Stores the proposals of a run; a second try of the same job replaces the first one's rows. */
export async function replaceMatches(
  tx: ScopeTx,
  { schoolId, runId, matches }: { schoolId: string; runId: string; matches: readonly NewMatch[] },
): Promise<void> {
  await tx.deleteFrom("matches").where("school_id", "=", schoolId).where("run_id", "=", runId).execute();
  for (let start = 0; start < matches.length; start += 500) {
    await tx
      .insertInto("matches")
      .values(
        matches.slice(start, start + 500).map((match) => ({
          school_id: schoolId,
          run_id: runId,
          student_id: match.studentId,
          listing_id: match.listingId,
          score: match.score,
          for_student: match.forStudent,
          for_placement: match.forPlacement,
          parts: JSON.stringify(match.parts),
          reasons: JSON.stringify(match.reasons),
          blockers: JSON.stringify(match.blockers),
          flags: [...match.flags],
        })),
      )
      .execute();
  }
}

/** Who a run proposed for what, without the pairs that were overtaken since. */
export function listMatchPairs(tx: ScopeTx, { schoolId, runId }: { schoolId: string; runId: string }) {
  return tx
    .selectFrom("matches")
    .select(["id", "student_id", "listing_id", "state"])
    .where("school_id", "=", schoolId)
    .where("run_id", "=", runId)
    .where("state", "in", ["proposed", "held", "approved"])
    .execute();
}

/** Open proposals that are not of a run: of runs before it, or picked before it was made. */
export function listSupersededMatches(tx: ScopeTx, { schoolId, runId }: { schoolId: string; runId: string }) {
  return tx
    .selectFrom("matches")
    .select("id")
    .where("school_id", "=", schoolId)
    .where("state", "=", "proposed")
    .where("run_id", "is distinct from", runId)
    .orderBy("id")
    .execute();
}

/**
 * The proposals of a run with the names a coordinator reads, best first, equal ones in the order of the plan. Their reasons come
 * as text: a page shows few of a plan's pairs, and to read the reasons of two thousand takes longer than all the rest of it.
 */
export function listMatches(tx: ScopeTx, { schoolId, runId }: { schoolId: string; runId: string }) {
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
    .innerJoin("organisations as o", (join) =>
      join.onRef("o.district_id", "=", "p.district_id").onRef("o.id", "=", "p.organisation_id"),
    )
    .leftJoin("mentors as me", (join) =>
      join.onRef("me.district_id", "=", "p.district_id").onRef("me.id", "=", "p.lead_mentor_id"),
    )
    .select([
      "m.id",
      "m.student_id",
      "m.listing_id",
      "m.score",
      "m.for_student",
      "m.for_placement",
      sql<string | null>`m.reasons::text`.as("reasons_text"),
      "m.blockers",
      "m.flags",
      "m.state",
      "m.pursuit_id",
      "m.hold_fault",
      "pe.full_name as student_full_name",
      "p.title",
      "p.kind",
      "o.name as organisation_name",
      "me.name_used as mentor_name",
    ])
    .where("m.school_id", "=", schoolId)
    .where("m.run_id", "=", runId)
    .orderBy(sql`m.score desc nulls last`)
    .orderBy("m.student_id")
    .orderBy("m.listing_id")
    .execute();
}

export function findMatch(tx: ScopeTx, { schoolId, matchId }: { schoolId: string; matchId: string }) {
  return tx
    .selectFrom("matches")
    .selectAll()
    .where("school_id", "=", schoolId)
    .where("id", "=", matchId)
    .executeTakeFirst();
}

/** The student and the place of some matches, in the names a coordinator reads. */
export function listPairNames(
  tx: ScopeTx,
  { schoolId, matchIds }: { schoolId: string; matchIds: readonly string[] },
): Promise<{ id: string; student_full_name: string; title: string }[]> {
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
    .select(["m.id", "pe.full_name as student_full_name", "p.title"])
    .where("m.school_id", "=", schoolId)
    .where("m.id", "in", [...matchIds])
    .execute();
}

/** Names of students, also of those who left, for pages that hold ids only. */
export function listStudentNames(tx: ScopeTx, schoolId: string) {
  return tx
    .selectFrom("students as st")
    .innerJoin("people as pe", (join) => join.onRef("pe.school_id", "=", "st.school_id").onRef("pe.id", "=", "st.id"))
    .select(["st.id", "pe.full_name", "st.grade", "pe.left_on"])
    .where("st.school_id", "=", schoolId)
    .execute();
}

/** Titles of listings, in whatever state. */
export function listListingTitles(tx: ScopeTx, schoolId: string) {
  return tx
    .selectFrom("listings as l")
    .innerJoin("placements as p", (join) =>
      join.onRef("p.district_id", "=", "l.district_id").onRef("p.id", "=", "l.placement_id"),
    )
    .innerJoin("organisations as o", (join) =>
      join.onRef("o.district_id", "=", "p.district_id").onRef("o.id", "=", "p.organisation_id"),
    )
    .leftJoin("mentors as m", (join) =>
      join.onRef("m.district_id", "=", "p.district_id").onRef("m.id", "=", "p.lead_mentor_id"),
    )
    .select(["l.id", "p.title", "p.ends_on", "o.name as organisation_name", "m.name_used as mentor_name", "l.state"])
    .where("l.school_id", "=", schoolId)
    .execute();
}
