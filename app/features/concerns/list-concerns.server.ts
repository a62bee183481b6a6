import { civilDate, daysLater } from "~/clock";
import type { Actor } from "~/domain/actor";
import { done, refused } from "~/domain/outcome";
import type { Wiring } from "~/wiring";
import { listLeadChanges } from "~db/safeguarding-leads.server";
import { withScope } from "~db/scope.server";
import { listReadable } from "./readable.server";

/** So long a change of the leads stands on their page. */
const CHANGES_SHOWN_DAYS = 30;

/** The reports that a safeguarding lead may open, without a word of theirs; for other staff who the leads are, and no report. */
export async function listConcerns(wiring: Wiring, actor: Actor) {
  if (actor.kind !== "staff") return refused("not_permitted");
  return withScope(wiring, actor, async (tx) => {
    const now = wiring.clock.now();
    const { reader, staff, rows, timeZone } = await listReadable(tx, actor, now);
    const today = civilDate(now, timeZone);
    const since = civilDate(daysLater(now, -CHANGES_SHOWN_DAYS), timeZone);
    const changes = await listLeadChanges(tx, { schoolId: actor.schoolId, since });
    return done({
      isReader: reader !== null,
      isAdmin: actor.role === "admin",
      leads: staff.filter(({ isLead }) => isLead).map(({ fullName }) => fullName),
      changes: changes.map((change) => ({ ...change, isWaiting: change.on > today })),
      timeZone,
      concerns: rows.map((row) => ({
        id: row.concern_id,
        number: row.number,
        raisedAt: row.raised_at,
        takenBy: row.acknowledged_at ? (row.taken_by ?? "") : null,
      })),
    });
  });
}
