/**
 * Every task of the worker: what its job carries and how hard it is tried. A leaf: it imports zod and nothing else, so that
 * `db/jobs.server.ts` can check a payload in the transaction that adds the job. Handlers are in `app/jobs/handlers.ts`.
 * `app.enqueue` (migrations 0007, 0027, 0032, 0033, 0042, 0098, 0128, 0135, 0140, 0153, 0157, 0179 and 0181) lists the same names; a test compares them.
 */
import { z } from "zod";

const id = z.uuid();
const again = z.object({ since: z.iso.datetime(), tries: z.number().int().min(1), fault: z.string().max(40) });

/** Of `sync-students` where somebody was erased or left: before all that waits in the same line (migration 0129). */
export const ERASURES_FIRST = -6;

interface Job<Payload extends z.ZodObject> {
  payload: Payload;
  /** Tries before it is given up and shown as dead. The wait before try n + 1 is e^min(n, 10) seconds. */
  maxAttempts: number;
  /** Jobs of one queue run one after another, over all workers. */
  queue: string | null;
  /** Smaller runs first. */
  priority: number;
  /** Jobs of one key that have not started are one: the newest. Null where each counts. */
  key: ((payload: z.infer<Payload>) => string | null) | null;
}

const job = <Payload extends z.ZodObject>(
  payload: Payload,
  policy: Partial<Omit<Job<Payload>, "payload">> = {},
): Job<Payload> => ({
  payload,
  maxAttempts: 10,
  queue: null,
  priority: 0,
  key: null,
  ...policy,
});

export const jobs = {
  /**
   * Each mail waits in one of a few queues (`laneOf`), which `enqueueDelivery` names; the pace is kept by its slots. The verb decides
   * itself when to give up, hence the many tries.
   */
  "deliver-mail": job(z.object({ mailId: id }), { maxAttempts: 100, queue: "mail", priority: -10 }),
  /**
   * The job reads the row as it is then, so one is enough however often the placement changes before. A queue of their own for
   * these and the next keeps an engine that does not answer from holding more than one place of the worker with each.
   */
  "sync-placement": job(z.object({ districtId: id, placementId: id }), {
    maxAttempts: 25,
    queue: "search-placements",
    priority: -5,
    key: ({ placementId }) => `sync-placement:${placementId}`,
  }),
  /**
   * Added by triggers, with the same key (migrations 0033, 0106 and 0129). Keys of students in the index of interests; null for all of
   * the school. `again` says since when, how often and why an engine has not let go of them (see sync-students-again.ts).
   */
  "sync-students": job(z.object({ schoolId: id, keys: z.array(id).nullable(), again: again.optional() }), {
    maxAttempts: 25,
    queue: "search-students",
    priority: -5,
    key: ({ schoolId, keys }) =>
      keys?.length === 1 ? `sync-students:${keys[0]}` : keys ? null : `sync-students:${schoolId}`,
  }),
  "run-import": job(z.object({ schoolId: id, importId: id }), { maxAttempts: 5 }),
  /** `app.is_still_tried` (migration 0122) finds the job of a run by this key. */
  "propose-matches": job(z.object({ schoolId: id, runId: id }), {
    maxAttempts: 3,
    key: ({ schoolId }) => `propose-matches:${schoolId}`,
  }),
  "approve-held": job(z.object({ schoolId: id, matchId: id }), { key: ({ matchId }) => `approve-held:${matchId}` }),
  /** Reads the placement as it is then; the sweep finds what a lost job left. */
  "settle-clearances": job(z.object({ districtId: id, placementId: id }), {
    key: ({ placementId }) => `settle-clearances:${placementId}`,
  }),
  /** Of a listing that is published again, or whose mentors somebody has read. */
  "contact-hosts": job(z.object({ schoolId: id, listingId: id }), {
    key: ({ listingId }) => `contact-hosts:${listingId}`,
  }),
  "expire-pursuits": job(z.object({})),
  sweep: job(z.object({})),
  /** Stripe may be away for a while; the tries of a night go on for about three hours. */
  "check-funds": job(z.object({}), { maxAttempts: 9, queue: "fund" }),
  /** Tells who is next of a concern that nobody looks after; `turn` is how many calls went out before. */
  "watch-concern": job(
    z.object({
      schoolId: id,
      concernId: id,
      turn: z.number().int().min(0).default(0),
      because: z.enum(["time", "unreached"]).default("time"),
    }),
    {
      maxAttempts: 25,
      priority: -12,
      key: ({ concernId, turn, because }) => `watch-concern:${concernId}:${turn}:${because}`,
    },
  ),
  "mail-saved-searches": job(z.object({})),
  /** In the line of placements: a stuck engine holds one place of the worker with both. */
  "probe-search": job(z.object({}), { queue: "search-placements" }),
  /** One run after another: each asks who has been written to today. */
  "mail-digests": job(z.object({}), { queue: "digests" }),
  "watch-held": job(z.object({})),
  /** Fetches a mail that came in; the provider may be away for a day. The tries go on for about two. */
  "take-reply": job(z.object({ schoolId: id, replyId: id }), {
    maxAttempts: 18,
    key: ({ replyId }) => `take-reply:${replyId}`,
  }),
  /** The same for an answer to a mail of outreach, which its key names. */
  "take-answer": job(
    z.object({
      ...{ schoolId: id, mailKey: z.string().max(200), source: z.string().max(255) },
      /** When the provider told of it; jobs of before this was asked are old. */
      toldAt: z.iso.datetime().optional(),
    }),
    { maxAttempts: 18, key: ({ mailKey, source }) => `take-answer:${mailKey}:${source}` },
  ),
  "renew-search": job(z.object({}), { queue: "search-upkeep" }),
  "check-search": job(z.object({}), { queue: "search-upkeep" }),
} as const;

export type Task = keyof typeof jobs;
export type Payload<T extends Task> = z.infer<(typeof jobs)[T]["payload"]>;

/** Tasks that come by the clock. Hours are UTC: `expire-pursuits` runs in the night of North America. */
const CLOCK: { at: string; task: Task; fill?: "1d" }[] = [
  { at: "10 8 * * *", task: "expire-pursuits", fill: "1d" },
  { at: "5 * * * *", task: "sweep" },
  { at: "25 * * * *", task: "mail-saved-searches" },
  { at: "*/5 * * * *", task: "probe-search" },
  { at: "*/15 * * * *", task: "mail-digests" },
  { at: "10,25,40,55 * * * *", task: "watch-held" },
  { at: "40 8 * * *", task: "check-search", fill: "1d" },
  { at: "20 9 * * *", task: "check-funds", fill: "1d" },
];

/** The same as the worker's library reads it, which adds these jobs itself: with the queue and the tries of their tasks. */
export const crontab = CLOCK.map(({ at, task, fill }) => {
  const { queue, maxAttempts } = jobs[task];
  const options = { max: maxAttempts, ...(queue !== null && { queue }), ...(fill && { fill }) };
  return `${at} ${task} ?${Object.entries(options)
    .map(([name, value]) => `${name}=${value}`)
    .join("&")}`;
}).join("\n");
