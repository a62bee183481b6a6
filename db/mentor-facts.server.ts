import { sql } from "kysely";
import type { ScopeTx } from "./scope.server";

export interface MentorCounts {
  leads: number;
  backups: number;
  ties: number;
  offers: number;
  /** Of the school that asks alone. */
  introductions: number;
  apart: number;
  tasks: number;
}

/** How much of what names a mentor comes along when they go into another one; of schools what one holds. */
export async function countOfMentor(
  tx: ScopeTx,
  { districtId, schoolId, mentorId }: { districtId: string; schoolId: string; mentorId: string },
): Promise<MentorCounts> {
  const district = sql`district_id = ${districtId} and mentor_id = ${mentorId}`;
  const school = sql`school_id = ${schoolId} and mentor_id = ${mentorId}`;
  const { rows } = await sql<MentorCounts>`select
    (select count(*) from placements where district_id = ${districtId} and lead_mentor_id = ${mentorId} and erased_at is null)::int as leads,
    (select count(*) from placement_backups where ${district})::int as backups,
    (select count(distinct organisation_id) from affiliations where ${district})::int as ties,
    (select count(*) from mentor_offers where ${district} and ended_at is null)::int as offers,
    (select count(*) from introductions where ${school})::int as introductions,
    (select count(*) from forbidden_pairs where ${school} and state = 'standing')::int as apart,
    (select count(*) from staff_tasks where school_id = ${schoolId} and state = 'open'
      and (subject_id = ${mentorId} or props->>'mentorId' = ${mentorId}::text))::int as tasks`.execute(tx);
  const [counts] = rows;
  if (!counts) throw new Error("counts are one row");
  return counts;
}
