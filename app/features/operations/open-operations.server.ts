import type { Actor } from "~/domain/actor";
import { mayOperate } from "~/domain/operations/policy";
import { queueStateOf } from "~/domain/operations/queue";
import { done, refused } from "~/domain/outcome";
import type { Task } from "~/jobs/catalogue";
import type { Wiring } from "~/wiring";
import { listOwnJobs, listSearchChecks, listSearchEngines } from "~db/operations.server";
import { getSchool } from "~db/schools.server";
import { withScope, withSystem } from "~db/scope.server";
import { neededInsteadOf } from "~search/engine-version";
import { openHeldDesk } from "./held-desk.server";
import { openMailDesk } from "./mail-desk.server";

/** The tasks whose jobs stand on the page, by queue. A queue more is a line more here and in migration 0034's function. */
const QUEUES = { search: ["sync-placement", "sync-students"] } as const satisfies Record<string, readonly Task[]>;

/** Troubled jobs shown of a queue. */
const SHOWN = 50;

/** How mail, queues and search engines are doing: of mails and queues what belongs to the actor's school and district. */
export async function openOperations(wiring: Wiring, actor: Actor) {
  if (actor.kind !== "staff" || !mayOperate(actor)) return refused("not_permitted");
  const own = await withScope(wiring, actor, async (tx) => ({
    timeZone: (await getSchool(tx, actor.schoolId)).time_zone,
    search: await listOwnJobs(tx, QUEUES.search),
    held: await openHeldDesk(tx, { schoolId: actor.schoolId, now: wiring.clock.now() }),
  }));
  const noted = await withSystem(wiring, async (tx) => ({
    engines: await listSearchEngines(tx),
    checks: await listSearchChecks(tx),
  }));
  const { depth, oldestAt, troubled } = queueStateOf(
    own.search.map((job) => ({ ...job, maxAttempts: job.max_attempts, createdAt: job.created_at })),
  );
  const mail = await openMailDesk(wiring, actor);
  const used = wiring.searchEngines.map(({ capabilities }) => capabilities.engine);
  return done({
    timeZone: own.timeZone,
    mail,
    held: own.held,
    queues: [
      {
        name: "search" as const,
        depth,
        oldestAt,
        troubledCount: troubled.length,
        troubled: troubled.slice(0, SHOWN).map((job) => ({
          jobId: job.id,
          task: job.task,
          subject: job.subject,
          attempts: job.attempts,
          nextAt: job.givenUp ? null : job.run_at,
          error: job.last_error,
        })),
      },
    ],
    engines: used.map((engine) => {
      const row = noted.engines.find((one) => one.engine === engine);
      return {
        engine,
        version: row?.version || null,
        needs: row?.version ? neededInsteadOf(row.version, engine) : null,
        restingSince: row?.resting_since ?? null,
        restingBecause: row?.resting_because ?? "",
        writes: row?.writes_resting_since
          ? {
              restingSince: row.writes_resting_since,
              because: row.writes_resting_because,
              backAt: row.writes_back_at,
            }
          : null,
        degraded: degradedOf(row, wiring.clock.now()),
        checks: noted.checks
          .filter((check) => check.engine === engine)
          .map(({ index_name: index, checked_at: checkedAt, held, missing, orphaned, stale, unreadable }) => ({
            index,
            checkedAt,
            held,
            differing: missing + orphaned + stale + unreadable,
            kinds: { missing, orphaned, stale, unreadable },
          })),
      };
    }),
  });
}

const DAY_MS = 86_400_000;

interface DegradedRow {
  degraded_since: string | null;
  degraded_answers: number;
  degraded_because: string;
}

/** What another engine answered within the last day; null where there was nothing. */
function degradedOf(row: DegradedRow | undefined, now: Date) {
  if (!row?.degraded_since || now.getTime() - Date.parse(row.degraded_since) > DAY_MS) return null;
  return { since: row.degraded_since, answers: row.degraded_answers, because: row.degraded_because };
}
