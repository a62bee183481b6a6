import { syncStudents } from "~/features/search/sync-students.server";
import type { Wiring } from "~/wiring";
import { enqueue } from "~db/jobs.server";
import { withSystem } from "~db/scope.server";
import { SearchError } from "~search/port";
import type { Payload } from "./catalogue";

/** Who was erased is out of an engine within a minute of its coming back, however long it was away. */
const AGAIN_SECONDS = 20;

/**
 * While an engine is away the same job is queued again, and again soon: the library's own tries come ever more seldom, and
 * they end. Throws whatever else `syncStudents` throws.
 */
export async function syncStudentsAgain(wiring: Wiring, payload: Payload<"sync-students">): Promise<void> {
  try {
    await syncStudents(wiring, payload);
  } catch (err) {
    if (!(err instanceof SearchError && err.fault === "engine_down")) throw err;
    wiring.log.warn(
      { err, schoolId: payload.schoolId },
      "a search engine is away; the students' interests are brought to it later",
    );
    const runAt = new Date(wiring.clock.now().getTime() + AGAIN_SECONDS * 1_000);
    await withSystem(wiring, (tx) => enqueue(tx, "sync-students", payload, { runAt }));
  }
}
