import { NotErased, syncStudents } from "~/features/search/sync-students.server";
import type { Wiring } from "~/wiring";
import { enqueue } from "~db/jobs.server";
import { withSystem } from "~db/scope.server";
import { ERASURES_FIRST, type Payload } from "./catalogue";

/** Who was erased is out of an engine within a minute of its working again, however long it did not. */
const AGAIN_SECONDS = 20;

/**
 * Whatever an engine has against an erasure, the same job is queued again, before all others and again soon: the library's own
 * tries come ever more seldom, and they end. The job carries since when and why, and the operations page shows it. All else is
 * thrown and left to those tries. Queued again it would take the place of a job that waits for the same student, and that may
 * be the erasure.
 */
export async function syncStudentsAgain(wiring: Wiring, payload: Payload<"sync-students">): Promise<void> {
  try {
    await syncStudents(wiring, payload);
  } catch (err) {
    if (!(err instanceof NotErased)) throw err;
    const { fault } = err;
    const now = wiring.clock.now();
    const { schoolId, again: before } = payload;
    const again = { since: before?.since ?? now.toISOString(), tries: (before?.tries ?? 0) + 1, fault };
    const said = { err, schoolId, reason: fault, attempt: again.tries };
    if (fault === "engine_down" || fault === "engine_busy")
      wiring.log.warn(said, "a search engine is away or busy; who was erased is taken out of it later");
    else wiring.log.error(said, "a search engine does not let go of who was erased: somebody has to look");
    const place = { runAt: new Date(now.getTime() + AGAIN_SECONDS * 1_000), priority: ERASURES_FIRST };
    await withSystem(wiring, (tx) => enqueue(tx, "sync-students", { ...payload, again }, place));
  }
}
