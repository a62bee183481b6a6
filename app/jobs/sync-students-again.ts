import { NotErased, syncStudents } from "~/features/search/sync-students.server";
import type { Wiring } from "~/wiring";
import { enqueue } from "~db/jobs.server";
import { withSystem } from "~db/scope.server";
import { SearchError } from "~search/port";
import { ERASURES_FIRST, type Payload } from "./catalogue";

/** Who was erased is out of an engine within a minute of its working again, however long it did not. */
const AGAIN_SECONDS = 20;

/**
 * Whatever an engine has against it, the same job is queued again, and again soon: the library's own tries come ever more
 * seldom, and they end. An erasure keeps its place before the others. The job carries since when and why, and the operations page
 * shows it. Only a record that cannot be
 * taken as it is, and holds nobody up who was erased, is left to those tries: it is thrown, as is what no engine did.
 */
export async function syncStudentsAgain(wiring: Wiring, payload: Payload<"sync-students">): Promise<void> {
  try {
    await syncStudents(wiring, payload);
  } catch (err) {
    const fault = faultOf(err);
    if (fault === null) throw err;
    const now = wiring.clock.now();
    const { schoolId, again: before } = payload;
    const again = { since: before?.since ?? now.toISOString(), tries: (before?.tries ?? 0) + 1, fault };
    const said = { err, schoolId, reason: fault, attempt: again.tries };
    if (fault === "engine_down" || fault === "engine_busy")
      wiring.log.warn(said, "a search engine is away or busy; students' interests are brought to it later");
    else
      wiring.log.error(said, "a search engine does not take what changed of students' interests: somebody has to look");
    const runAt = new Date(now.getTime() + AGAIN_SECONDS * 1_000);
    const place = { runAt, ...(err instanceof NotErased && { priority: ERASURES_FIRST }) };
    await withSystem(wiring, (tx) => enqueue(tx, "sync-students", { ...payload, again }, place));
  }
}

/** Why it has to be asked again soon; null where that would not help. */
function faultOf(error: unknown): string | null {
  if (error instanceof NotErased) return error.fault;
  return error instanceof SearchError && error.fault !== "bad_document" ? error.fault : null;
}
