import { sql } from "kysely";
import type { ScopeTx } from "./scope.server";

/** What waits for a coordinator of a school, by what it is. */
export interface WaitingCounts {
  requests: number;
  introductions: number;
  tasks: number;
}

/** How much of a school waits for a coordinator: requests, introductions in review and open tasks. */
export async function countWaiting(tx: ScopeTx, { schoolId }: { schoolId: string }): Promise<WaitingCounts> {
  const { rows } = await sql<{ [Of in keyof WaitingCounts]: string }>`select
    (select count(*) from pursuits where school_id = ${schoolId} and state = 'requested') as requests,
    (select count(*) from introductions where school_id = ${schoolId} and state in ('submitted', 'in_review', 'bounced')) as introductions,
    (select count(*) from staff_tasks where school_id = ${schoolId} and state = 'open') as tasks`.execute(tx);
  const [row] = rows;
  return {
    requests: Number(row?.requests ?? 0),
    introductions: Number(row?.introductions ?? 0),
    tasks: Number(row?.tasks ?? 0),
  };
}
