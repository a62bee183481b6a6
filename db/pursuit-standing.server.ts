import { sql } from "kysely";
import type { ScopeTx } from "./scope.server";

/** What, beside its state, says what comes next with a pursuit. */
export interface PursuitStanding {
  pursuitId: string;
  /** Kinds of its open gates. */
  openGates: string[];
  /** State of its engagement, where it has one. */
  engagement: string | null;
  /** Whether a consent that it may rest on is asked for and not answered. */
  isAsked: boolean;
}

/** What pursuits of the school still need, and how the internships that came of them stand. */
export async function listStandings(
  tx: ScopeTx,
  { schoolId, pursuitIds }: { schoolId: string; pursuitIds: readonly string[] },
): Promise<Map<string, PursuitStanding>> {
  if (pursuitIds.length === 0) return new Map();
  const { rows } = await sql<PursuitStanding>`
    select u.id as "pursuitId", e.state as engagement,
      exists (select from consents c where c.school_id = ${schoolId} and c.student_id = u.student_id and c.state = 'requested'
        and (c.pursuit_id is null or c.pursuit_id = u.id)) as "isAsked",
      array(select g.kind from gates g where g.school_id = ${schoolId} and g.pursuit_id = u.id and g.state = 'open' order by g.kind) as "openGates"
    from pursuits u left join engagements e on e.school_id = ${schoolId} and e.pursuit_id = u.id
    where u.school_id = ${schoolId} and u.id = any(${[...pursuitIds]}::uuid[])`.execute(tx);
  return new Map(rows.map((row) => [row.pursuitId, row]));
}
