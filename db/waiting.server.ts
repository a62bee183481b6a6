import { sql } from "kysely";
import { waitsForCoordinators } from "./gates.server";
import type { ScopeTx } from "./scope.server";

/** An introduction that came back waits for another address, as one that nobody has read waits for its review. */
export const INTRODUCTIONS_THAT_WAIT = ["submitted", "in_review", "bounced"] as const;

/** What waits for a coordinator of a school, by what it is. */
export interface WaitingCounts {
  requests: number;
  introductions: number;
  tasks: number;
}

/**
 * How much of a school waits for a coordinator: requests, introductions in review and open tasks. A request that its advisor reads
 * first counts once the student asked before `advisorsHadSince`.
 */
export async function countWaiting(
  tx: ScopeTx,
  { schoolId, advisorsHadSince }: { schoolId: string; advisorsHadSince: Date },
): Promise<WaitingCounts> {
  const { rows } = await sql<{ [Of in keyof WaitingCounts]: string }>`select
    (select count(*) from pursuits where school_id = ${schoolId} and state = 'requested'
      and ${waitsForCoordinators(advisorsHadSince)}) as requests,
    (select count(*) from introductions where school_id = ${schoolId} and state = any(${[...INTRODUCTIONS_THAT_WAIT]}::text[])) as introductions,
    (select count(*) from staff_tasks where school_id = ${schoolId} and state = 'open') as tasks`.execute(tx);
  const [row] = rows;
  return {
    requests: Number(row?.requests ?? 0),
    introductions: Number(row?.introductions ?? 0),
    tasks: Number(row?.tasks ?? 0),
  };
}

/** How many listings of a school wait for its review, and since when the first of them; undefined where none does. */
export async function findReviewQueue(
  tx: ScopeTx,
  { schoolId }: { schoolId: string },
): Promise<{ count: number; since: string } | undefined> {
  const { count, since } = await tx
    .selectFrom("listings")
    .select((eb) => [eb.fn.countAll<number>().as("count"), eb.fn.min("created_at").as("since")])
    .where("school_id", "=", schoolId)
    .where("state", "=", "in_review")
    .executeTakeFirstOrThrow();
  return since === null ? undefined : { count: Number(count), since };
}
