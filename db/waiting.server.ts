import { sql } from "kysely";
import type { ScopeTx } from "./scope.server";

/** How much of a school waits for a coordinator: requests, introductions in review and open tasks. */
export async function countWaiting(tx: ScopeTx, { schoolId }: { schoolId: string }): Promise<number> {
  const { rows } = await sql<{ count: number }>`select
    (select count(*) from pursuits where school_id = ${schoolId} and state = 'requested')
    + (select count(*) from introductions where school_id = ${schoolId} and state in ('submitted', 'in_review', 'bounced'))
    + (select count(*) from staff_tasks where school_id = ${schoolId} and state = 'open') as count`.execute(tx);
  return rows[0]?.count ?? 0;
}
