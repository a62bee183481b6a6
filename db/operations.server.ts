import { sql } from "kysely";
import type { ScopeTx, SystemTx } from "./scope.server";

export interface OwnJob {
  id: number;
  task: string;
  /** What the job is about: the id of a placement, or a student's key in the index; empty for a whole school. */
  subject: string;
  attempts: number;
  max_attempts: number;
  created_at: string;
  run_at: string;
  running: boolean;
  last_error: string;
}

/** Jobs of these tasks that belong to the school, or to its district, oldest first. */
export async function listOwnJobs(tx: ScopeTx, tasks: readonly string[]): Promise<OwnJob[]> {
  const { rows } = await sql<OwnJob>`select * from app.own_jobs(${[...tasks]}::text[]) order by created_at, id`.execute(
    tx,
  );
  return rows;
}

/** Tries a job of the school again or takes it away; false when there is none, or somebody is at it. */
export async function settleOwnJob(
  tx: ScopeTx,
  { jobId, decision }: { jobId: number; decision: "retry" | "discard" },
): Promise<boolean> {
  const { rows } = await sql<{ settled: boolean }>`
    select app.settle_own_job(${jobId}::bigint, ${decision}) as settled`.execute(tx);
  return rows[0]?.settled ?? false;
}

export function listSearchEngines(tx: SystemTx) {
  return tx.selectFrom("search_engines").selectAll().orderBy("engine").execute();
}

/** Notes the version an engine says it has, and tells whether another one, or none, was noted before. */
export async function noteEngineVersion(
  tx: SystemTx,
  { engine, version, now }: { engine: string; version: string; now: Date },
): Promise<boolean> {
  const noted = { version, noted_at: now.toISOString() };
  const changed = await tx
    .insertInto("search_engines")
    .values({ engine, ...noted })
    .onConflict((conflict) =>
      conflict.column("engine").doUpdateSet(noted).where("search_engines.version", "is distinct from", version),
    )
    .executeTakeFirst();
  return changed.numInsertedOrUpdatedRows === 1n;
}

/** Notes that an engine is given a rest (from the first time on), or that it answers again. */
export async function noteEngineState(
  tx: SystemTx,
  { engine, state, because = "", now }: { engine: string; state: "resting" | "back"; because?: string; now: Date },
) {
  const since = state === "resting" ? now.toISOString() : null;
  await tx
    .insertInto("search_engines")
    .values({ engine, resting_since: since, resting_because: because })
    .onConflict((conflict) =>
      conflict.column("engine").doUpdateSet({
        resting_since: since === null ? null : sql`coalesce(search_engines.resting_since, ${since}::timestamptz)`,
        resting_because: because,
      }),
    )
    .execute();
}

interface OfEngine {
  engine: string;
  now: Date;
}

/** Notes that an engine takes no changes (from the first time on). */
export async function noteWritesRest(tx: SystemTx, { engine, because, now }: OfEngine & { because: string }) {
  const since = now.toISOString();
  await tx
    .insertInto("search_engines")
    .values({ engine, writes_resting_since: since, writes_resting_because: because })
    .onConflict((conflict) =>
      conflict.column("engine").doUpdateSet({
        writes_resting_since: sql`coalesce(search_engines.writes_resting_since, ${since}::timestamptz)`,
        writes_resting_because: because,
        writes_back_at: null,
      }),
    )
    .execute();
}

/**
 * Notes that an engine took a change. Where it took none before, those that wait for it come at once: those of before this
 * moment, by the clock of the database, which knows when each was made.
 */
export async function noteWritesBack(tx: SystemTx, { engine }: Pick<OfEngine, "engine">) {
  const { numUpdatedRows } = await tx
    .updateTable("search_engines")
    .set({ writes_back_at: sql<string>`now()` })
    .where("engine", "=", engine)
    .where("writes_resting_since", "is not", null)
    .where("writes_back_at", "is", null)
    .executeTakeFirst();
  if (numUpdatedRows > 0n) await sql`select app.hurry_search_changes()`.execute(tx);
}

/** Engines that take no changes, as far as anybody knows. */
export async function listEnginesAtRest(tx: SystemTx): Promise<string[]> {
  const rows = await tx
    .selectFrom("search_engines")
    .select("engine")
    .where("writes_resting_since", "is not", null)
    .where("writes_back_at", "is", null)
    .execute();
  return rows.map(({ engine }) => engine);
}

/**
 * Answers whether an engine lacks changes: it takes none, or has not been given all that wait. Once it has, that is forgotten,
 * and what was under way when it came back, and failed, is tried from the beginning.
 */
export async function settleEngineWrites(tx: SystemTx, { engine }: Pick<OfEngine, "engine">): Promise<boolean> {
  const noted = await tx
    .selectFrom("search_engines")
    .select([
      // As text, because the driver's moments are of milliseconds.
      sql<string | null>`writes_back_at::text`.as("back_at"),
      sql<boolean>`writes_back_at is null or app.search_changes_wait()`.as("lacks"),
    ])
    .where("engine", "=", engine)
    .where("writes_resting_since", "is not", null)
    .executeTakeFirst();
  if (!noted || noted.lacks) return noted?.lacks ?? false;
  const { numUpdatedRows } = await tx
    .updateTable("search_engines")
    .set({ writes_resting_since: null, writes_resting_because: "", writes_back_at: null })
    .where("engine", "=", engine)
    .where(sql`writes_back_at::text`, "=", noted.back_at)
    .executeTakeFirst();
  if (numUpdatedRows > 0n) await sql`select app.hurry_search_changes()`.execute(tx);
  return false;
}

/** Counts answers that another engine gave, from the first one on; a day after it the count begins anew. */
export async function noteDegradedAnswers(
  tx: SystemTx,
  { engine, answers, because, now }: { engine: string; answers: number; because: string; now: Date },
) {
  const at = now.toISOString();
  const isOld = sql`search_engines.degraded_since is null or search_engines.degraded_since < ${at}::timestamptz - interval '1 day'`;
  await tx
    .insertInto("search_engines")
    .values({ engine, degraded_since: at, degraded_answers: answers, degraded_because: because })
    .onConflict((conflict) =>
      conflict.column("engine").doUpdateSet({
        degraded_since: sql`case when ${isOld} then ${at}::timestamptz else search_engines.degraded_since end`,
        degraded_answers: sql`case when ${isOld} then 0 else search_engines.degraded_answers end + ${answers}`,
        degraded_because: because,
      }),
    )
    .execute();
}

export interface SearchCheck {
  engine: string;
  index_name: string;
  held: number;
  missing: number;
  orphaned: number;
  stale: number;
  unreadable: number;
}

export async function noteSearchCheck(tx: SystemTx, { checkedAt, ...check }: SearchCheck & { checkedAt: Date }) {
  const row = { ...check, checked_at: checkedAt.toISOString() };
  await tx
    .insertInto("search_checks")
    .values(row)
    .onConflict((conflict) => conflict.columns(["engine", "index_name"]).doUpdateSet(row))
    .execute();
}

export function listSearchChecks(tx: SystemTx) {
  return tx.selectFrom("search_checks").selectAll().orderBy("index_name").orderBy("engine").execute();
}
