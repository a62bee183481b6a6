import type { Actor } from "~/domain/actor";
import { done, refused } from "~/domain/outcome";
import type { Wiring } from "~/wiring";
import { withScope } from "~db/scope.server";
import { listReadable } from "./readable.server";

/** The reports that a safeguarding lead may open, without a word of theirs; for other staff who the leads are, and no report. */
export async function listConcerns(wiring: Wiring, actor: Actor) {
  if (actor.kind !== "staff") return refused("not_permitted");
  return withScope(wiring, actor, async (tx) => {
    const { reader, staff, rows, timeZone } = await listReadable(tx, actor, wiring.clock.now());
    return done({
      isReader: reader !== null,
      isAdmin: actor.role === "admin",
      leads: staff.filter(({ isLead }) => isLead).map(({ fullName }) => fullName),
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
