/** A job as far as a queue's state shows it. */
export interface QueuedJob {
  attempts: number;
  maxAttempts: number;
  createdAt: string;
}

export interface QueueState<Job> {
  /** Jobs that are waiting or being worked on. */
  depth: number;
  /** When the oldest of them was made; null for an empty queue. */
  oldestAt: string | null;
  /** Jobs that were tried as often as they may be, and those that failed and come again; given up first. */
  troubled: (Job & { givenUp: boolean })[];
}

/** What there is to say of a queue. What was given up waits for somebody, so it is no longer in the queue's depth. */
export function queueStateOf<Job extends QueuedJob>(jobs: readonly Job[]): QueueState<Job> {
  const judged = jobs.map((job) => ({ ...job, givenUp: job.attempts >= job.maxAttempts }));
  const alive = judged.filter(({ givenUp }) => !givenUp);
  const times = alive.map(({ createdAt }) => createdAt).sort();
  return {
    depth: alive.length,
    oldestAt: times[0] ?? null,
    troubled: judged
      .filter(({ givenUp, attempts }) => givenUp || attempts > 0)
      .sort((a, b) => Number(b.givenUp) - Number(a.givenUp)),
  };
}
