import { sql } from "kysely";
import type { IdentityTx, ScopeTx } from "./scope.server";

export interface RetentionRule {
  table: string;
  /** As the catalogue declares it, and as Postgres reads an interval. */
  keeps: "7 days" | "90 days" | "1 year" | "2 years" | "5 years" | "7 years";
  /** SQL of the moment from which it counts; null stays. */
  since: string;
}

/** Rows by table. */
export type Deleted = Record<string, number>;

/** Rows of a school. What may be evidence is not here: no legal hold can be recorded yet, so a person deletes it. */
export const schoolRules: readonly RetentionRule[] = [
  // With its pairs and its snapshot.
  { table: "match_runs", keeps: "2 years", since: "created_at" },
  // Those of no run; the others go with theirs.
  { table: "matches", keeps: "2 years", since: "picked_at" },
  { table: "staff_tasks", keeps: "2 years", since: "done_at" },
  // With what it found.
  { table: "fund_checks", keeps: "2 years", since: "ended_at" },
  { table: "stripe_events", keeps: "2 years", since: "received_at" },
  {
    table: "contact_points",
    keeps: "1 year",
    since:
      "(select p.left_on from people p where p.school_id = contact_points.school_id and p.id = contact_points.person_id)",
  },
  {
    table: "saved_searches",
    keeps: "90 days",
    since:
      "(select p.left_on from people p where p.school_id = saved_searches.school_id and p.id = saved_searches.student_id)",
  },
  { table: "invitations", keeps: "1 year", since: "expires_at" },
  { table: "replies", keeps: "90 days", since: "received_at" },
  { table: "meetings", keeps: "1 year", since: "ends_at" },
  { table: "advisory_covers", keeps: "5 years", since: "to_on" },
  { table: "terms", keeps: "7 years", since: "ends_on" },
  { table: "no_school_days", keeps: "7 years", since: "day" },
];

/** Rows of a district; whichever school comes first deletes them. */
export const districtRules: readonly RetentionRule[] = [
  { table: "drafts", keeps: "90 days", since: "updated_at" },
  { table: "outreach_addresses", keeps: "90 days", since: "written_at" },
  { table: "mentor_offers", keeps: "1 year", since: "ended_at" },
  // With what it moved: until then it can be undone (app/domain/merge/undo.ts).
  { table: "transfers", keeps: "90 days", since: "first_day" },
  { table: "merges", keeps: "7 days", since: "merged_at" },
];

/** Accounts come before memberships, by which their end is known. One that never had a membership stays. */
export const identityRules: readonly RetentionRule[] = [
  { table: "identity.links", keeps: "90 days", since: "expires_at" },
  {
    table: "identity.accounts",
    keeps: "1 year",
    since:
      "(select max(coalesce(m.to_on, 'infinity'::date)) from identity.memberships m where m.account_id = accounts.id)",
  },
  { table: "identity.memberships", keeps: "1 year", since: "to_on" },
];

interface OfSchool {
  schoolId: string;
  now: Date;
}

/** Deletes what a school's tables no longer keep. Answers the number of rows by table, without what goes with them. */
export async function deleteOutlivedOfSchool(tx: ScopeTx, { schoolId, now }: OfSchool): Promise<Deleted> {
  const deleted: Deleted = {};
  for (const rule of schoolRules) deleted[rule.table] = await deleteBy(tx, rule, { school_id: schoolId, now });
  return deleted;
}

interface OfDistrict {
  districtId: string;
  now: Date;
}

/** Deletes what a district's tables no longer keep. */
export async function deleteOutlivedOfDistrict(tx: ScopeTx, { districtId, now }: OfDistrict): Promise<Deleted> {
  const deleted: Deleted = {};
  for (const rule of districtRules) deleted[rule.table] = await deleteBy(tx, rule, { district_id: districtId, now });
  return deleted;
}

/** Deletes links, accounts and memberships that nobody needs any more. */
export async function deleteOutlivedIdentities(tx: IdentityTx, { now }: { now: Date }): Promise<Deleted> {
  const deleted: Deleted = {};
  for (const rule of identityRules) deleted[rule.table.replace("identity.", "")] = await deleteBy(tx, rule, { now });
  return deleted;
}

async function deleteBy(
  tx: ScopeTx | IdentityTx,
  { table, keeps, since }: RetentionRule,
  { now, ...owner }: { school_id?: string; district_id?: string; now: Date },
): Promise<number> {
  const owned = Object.entries(owner).map(([column, id]) => sql`${sql.ref(column)} = ${id} and `);
  const { numAffectedRows } = await sql`
    delete from ${sql.table(table)}
    where ${sql.join(owned, sql``)} ${sql.raw(since)} < ${now.toISOString()}::timestamptz - ${keeps}::interval`.execute(
    tx,
  );
  return Number(numAffectedRows ?? 0);
}
