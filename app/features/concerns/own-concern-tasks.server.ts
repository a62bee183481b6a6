import type { StaffActor } from "~/domain/actor";
import type { Wiring } from "~/wiring";
import { withScope } from "~db/scope.server";
import { listReadable } from "./readable.server";

/** A school needs two: one may be away, and one may be named in a report. */
const FEWEST_LEADS = 2;

export interface ConcernTasks {
  /** Reports that nobody took on and the reader may open. */
  waiting: number;
  /** How many leads an admin has still to name. */
  leadsMissing: number;
}

/** What of safeguarding waits for somebody of the staff: it stands on their home, for nobody else to see. */
export async function ownConcernTasks(wiring: Wiring, actor: StaffActor): Promise<ConcernTasks> {
  return withScope(wiring, actor, async (tx) => {
    const { staff, rows } = await listReadable(tx, actor, wiring.clock.now());
    const leads = staff.filter(({ isLead }) => isLead).length;
    return {
      waiting: rows.filter((row) => row.acknowledged_at === null).length,
      leadsMissing: actor.role === "admin" ? Math.max(0, FEWEST_LEADS - leads) : 0,
    };
  });
}
