import { enqueue } from "~db/jobs.server";
import type { ScopeTx } from "~db/scope.server";

interface Call {
  schoolId: string;
  concernId: string;
  /** How many calls went out before: a job that comes twice calls once. */
  turn: number;
}

/** The next people are told of a report that waits, now or at a time. The job knows nothing of what it says. */
export function callAboutConcern(tx: ScopeTx, { schoolId, concernId, turn }: Call, options: { runAt?: Date } = {}) {
  return enqueue(tx, "watch-concern", { schoolId, concernId, turn, because: "time" }, options);
}

const ALERT = /^concern-waits:(?<concernId>[0-9a-f-]{36}):(?<turn>\d+):/;

/** How the mail of a call is known. */
export const keyOfAlert = ({ concernId, turn, personId }: Omit<Call, "schoolId"> & { personId: string }) =>
  `concern-waits:${concernId}:${turn}:${personId}`;

/**
 * An alert that reached nobody is no task of the staff, one of whom the report may name: the next people are told at once.
 * False for every other mail.
 */
export async function callPastLostAlert(
  tx: ScopeTx,
  { schoolId, mail }: { schoolId: string; mail: { kind: string; dedupe_key: string } },
): Promise<boolean> {
  if (mail.kind !== "concern-waits") return false;
  const { concernId, turn } = ALERT.exec(mail.dedupe_key)?.groups ?? {};
  if (concernId && turn) {
    const next = { schoolId, concernId, turn: Number(turn) + 1, because: "unreached" as const };
    await enqueue(tx, "watch-concern", next);
  }
  return true;
}
