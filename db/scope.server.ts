import { sql, type Transaction } from "kysely";
import type { MentorActor, MentorInSchool, SchoolActor, StaffActor, SystemActor } from "~/domain/actor";
import type { Database } from "./connection.server";
import type { DB } from "./schema.generated";

declare const door: unique symbol;

/** A transaction inside one school or organisation; rows of others do not exist in it. */
export type ScopeTx = Transaction<DB> & { readonly [door]: "scope" };
/** A transaction over accounts, sessions, memberships and links; no school data. */
export type IdentityTx = Transaction<DB> & { readonly [door]: "identity" };
/** A transaction that lists schools, claims mails and writes search tables; no student data. */
export type SystemTx = Transaction<DB> & { readonly [door]: "system" };

interface HasDatabase {
  db: Database;
}

/**
 * A statement that a connection keeps (see planned-client.ts) is read once and planned for its values each time: indexes over
 * one state, and what `on conflict` means by them, are known from the value alone.
 */
const PLAN_BY_VALUES = sql`set_config('plan_cache_mode', 'force_custom_plan', true)`;
const KEEP_PLANS = sql`set_config('plan_cache_mode', 'force_generic_plan', true)`;

/**
 * Opens the door to the data of the actor's school (or, for a mentor, organisation) for one transaction.
 * Throws what `work` throws, after rolling back. Postgres enforces the scope; see migration 0001.
 */
export function withScope<Result>(
  { db }: HasDatabase,
  actor: SchoolActor | MentorActor,
  work: (tx: ScopeTx) => Promise<Result>,
): Promise<Result> {
  return db.kysely.transaction().execute((tx) => workInScope(tx, actor, work));
}

/**
 * The same door for whoever reads many things that have to be of one moment: what others commit meanwhile is out of sight, and
 * nothing can be written. Throws what `work` throws.
 */
export function withOneMoment<Result>(
  { db }: HasDatabase,
  actor: SchoolActor | MentorActor,
  work: (tx: ScopeTx) => Promise<Result>,
): Promise<Result> {
  const reading = db.kysely.transaction().setIsolationLevel("repeatable read").setAccessMode("read only");
  return reading.execute((tx) => workInScope(tx, actor, work));
}

/**
 * The same door for a page that asks the same statements at every key that is pressed, each for a handful of rows by their ids:
 * Postgres keeps one plan of each, which to make anew behind the walls takes longer than to read the rows. Nothing can be
 * written. Throws what `work` throws.
 */
export function withKeptPlans<Result>(
  { db }: HasDatabase,
  actor: SchoolActor,
  work: (tx: ScopeTx) => Promise<Result>,
): Promise<Result> {
  const reading = db.kysely.transaction().setAccessMode("read only");
  return reading.execute((tx) => workInScope(tx, actor, work, KEEP_PLANS));
}

async function workInScope<Result>(
  tx: Transaction<DB>,
  actor: SchoolActor | MentorActor,
  work: (tx: ScopeTx) => Promise<Result>,
  plans = PLAN_BY_VALUES,
): Promise<Result> {
  const organisationId = "organisationId" in actor ? actor.organisationId : null;
  const personId = "personId" in actor ? actor.personId : null;
  await sql`select set_config('role', 'app_scoped', true),
    set_config('app.account_id', ${"accountId" in actor ? actor.accountId : ""}, true),
    set_config('app.person_id', ${personId ?? ""}, true),
    set_config('app.school_id', ${actor.schoolId ?? ""}, true),
    set_config('app.district_id', ${actor.districtId}, true),
    set_config('app.organisation_id', ${organisationId ?? ""}, true),
    set_config('app.link_id', ${actor.kind === "link" ? actor.linkId : ""}, true),
    set_config('app.job', ${actor.kind === "system" ? actor.job : ""}, true), ${plans}`.execute(tx);
  return work(tx as ScopeTx);
}

/**
 * Lets a mentor's transaction act inside one school while `work` runs; `actInSchool` says what proves that it may. So a host's
 * change that reaches several schools stays one fact. After `work` the school's rows are out of sight again.
 */
export async function withinSchool<Result>(
  tx: ScopeTx,
  host: MentorInSchool,
  work: () => Promise<Result>,
): Promise<Result> {
  await sql`select set_config('app.school_id', ${host.schoolId}, true)`.execute(tx);
  const result = await work();
  await sql`select set_config('app.school_id', '', true)`.execute(tx);
  return result;
}

/**
 * Lets the transaction of staff, or of a school's job, act inside another school of the district while `work` runs, for the verbs about a mentor's
 * suspension and about two organisations that are one, which have to hold everywhere at once or nowhere, and for the other side of a
 * transfer of a student, and nothing else. The sealed reports of that school stay out of sight: its policies ask for its own leads.
 */
export async function withinDistrictSchool<Result>(
  tx: ScopeTx,
  { from, schoolId }: { from: StaffActor | SystemActor; schoolId: string },
  work: () => Promise<Result>,
): Promise<Result> {
  await sql`select set_config('app.school_id', ${schoolId}, true)`.execute(tx);
  const result = await work();
  await sql`select set_config('app.school_id', ${from.schoolId}, true)`.execute(tx);
  return result;
}

/** Goes through the door to schema `identity` and back within a scoped transaction: signing somebody out is a part of the fact. */
export async function throughIdentity<Result>(
  tx: ScopeTx,
  work: (identity: IdentityTx) => Promise<Result>,
): Promise<Result> {
  await sql`select set_config('role', 'app_identity', true)`.execute(tx);
  const result = await work(tx as unknown as IdentityTx);
  await sql`select set_config('role', 'app_scoped', true)`.execute(tx);
  return result;
}

/** Answers what `work` would answer, and takes back all that it wrote. Locks that the transaction held before stay. */
export async function tryOut<Result>(tx: ScopeTx, work: () => Promise<Result>): Promise<Result> {
  await sql`savepoint try_out`.execute(tx);
  const result = await work();
  await sql`rollback to savepoint try_out`.execute(tx);
  return result;
}

/** Opens the door to schema `identity` for one transaction. */
export function withIdentity<Result>({ db }: HasDatabase, work: (tx: IdentityTx) => Promise<Result>): Promise<Result> {
  return db.kysely.transaction().execute(async (tx) => {
    await sql`select set_config('role', 'app_identity', true), ${PLAN_BY_VALUES}`.execute(tx);
    return work(tx as IdentityTx);
  });
}

/** Opens the door for jobs and commands for one transaction. */
export function withSystem<Result>({ db }: HasDatabase, work: (tx: SystemTx) => Promise<Result>): Promise<Result> {
  return db.kysely.transaction().execute(async (tx) => {
    await sql`select set_config('role', 'app_system', true), ${PLAN_BY_VALUES}`.execute(tx);
    return work(tx as SystemTx);
  });
}

/**
 * The door for jobs, for the search tables: Postgres keeps one plan of a statement for all questions. What is asked for
 * differs too little to be worth a plan of its own, which takes longer than most answers. What a large school's search finds
 * stays in memory while it is counted.
 */
export function withSearchTables<Result>(
  { db }: HasDatabase,
  work: (tx: SystemTx) => Promise<Result>,
): Promise<Result> {
  return db.kysely.transaction().execute(async (tx) => {
    await sql`select set_config('role', 'app_system', true), set_config('plan_cache_mode', 'force_generic_plan', true),
      set_config('work_mem', '32MB', true)`.execute(tx);
    return work(tx as SystemTx);
  });
}
