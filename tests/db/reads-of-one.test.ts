import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { gatherStudents } from "~/steps/match-evidence.server";
import { cast } from "~db/cast";
import { type ScopeTx, withKeptPlans, withScope } from "~db/scope.server";
import { listThreadMentors } from "~db/thread-mentors.server";
import { anaApproved, staff, student } from "../support/pursuit-way";
import { openStage, type Stage } from "../support/stage";

const { schoolId, districtId, personId: anaId } = cast.ana;
const MANY = 3_000;

let stage: Stage;
let pursuitId: string;
beforeAll(async () => {
  stage = await openStage();
  pursuitId = await anaApproved(stage);
  await copyPursuitForOthers();
  await stage.rows(
    `insert into mentors (district_id, full_name, name_used)
      select $1::uuid, 'Mentor ' || n, 'Mentor ' || n from generate_series(1, ${MANY}) n`,
    [districtId],
  );
  await stage.rows("analyze");
});
afterAll(() => stage.close());

/** Ended pursuits of nobody who is looked up; no trigger and no key looks at them. */
async function copyPursuitForOthers(): Promise<void> {
  await stage.rows("set session_replication_role = replica");
  await stage.rows(
    `insert into pursuits select (jsonb_populate_record(p, jsonb_build_object(
        'id', uuidv7(), 'student_id', uuidv7(), 'state', 'completed', 'ended_at', now()))).*
      from pursuits p cross join generate_series(1, ${MANY}) where p.id = $1`,
    [pursuitId],
  );
  await stage.rows("set session_replication_role = origin");
}

/** How many rows of a table a piece of work reads. */
async function rowsRead(tx: ScopeTx, table: string, work: () => Promise<unknown>): Promise<number> {
  const before = await readSoFar(tx, table);
  await work();
  return (await readSoFar(tx, table)) - before;
}

/** By a connection, until it has told the statistics; that it does not do inside of a transaction. */
async function readSoFar(tx: ScopeTx, table: string): Promise<number> {
  const { rows } = await sql<{ read: number }>`
    select (seq_tup_read + coalesce(idx_tup_fetch, 0))::integer as read
    from pg_stat_xact_user_tables where relname = ${table}`.execute(tx);
  return rows[0]?.read ?? 0;
}

test("what is known of one student is read from that student's pursuits, also with a plan that is kept for all", async () => {
  const read = await withKeptPlans(stage.wiring, student("ana"), async (tx) => {
    const gather = () => gatherStudents(tx, { schoolId, studentId: anaId, on: "2026-01-15" });
    expect((await gather()).students).toHaveLength(1);
    return rowsRead(tx, "pursuits", gather);
  });
  expect(read).toBeLessThan(50);
});

test("the mentors of one conversation are read by their names in its placement, not among all of the district", async () => {
  const read = await withScope(stage.wiring, staff("ines"), async (tx) => {
    const list = () => listThreadMentors(tx, { schoolId, pursuitId });
    expect(await list()).not.toHaveLength(0);
    return rowsRead(tx, "mentors", list);
  });
  expect(read).toBeLessThan(50);
});
