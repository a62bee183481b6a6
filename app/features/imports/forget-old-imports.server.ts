import type { SystemActor } from "~/domain/actor";
import { UNCONFIRMED_DAYS } from "~/domain/imports/limits";
import { type Done, done } from "~/domain/outcome";
import { days } from "~/domain/time";
import { advance } from "~/lifecycle.server";
import type { Wiring } from "~/wiring";
import { deleteImportsBefore, forgetContent, listUnconfirmedPeopleFiles } from "~db/imports.server";
import { listSchools } from "~db/schools.server";
import { withScope, withSystem } from "~db/scope.server";

/** What table `imports` declares: a file may name people, so it is not kept for longer than its rows are disputed. */
const RETENTION = days(90);

/**
 * Deletes files that have outlived their retention, with what is known of their rows; placements stay. A file of people that nobody
 * brought in is put aside within days, and its copy goes.
 */
export async function forgetOldImports(wiring: Wiring): Promise<Done<{ imports: number; lapsed: number }>> {
  const now = wiring.clock.now();
  const [before, unconfirmedBefore] = [RETENTION, days(UNCONFIRMED_DAYS)].map(
    (span) => new Date(now.getTime() - span),
  ) as [Date, Date];
  const schools = await withSystem(wiring, listSchools);
  const swept = { imports: 0, lapsed: 0 };
  for (const { id: schoolId, district_id: districtId } of schools) {
    const actor: SystemActor = { kind: "system", job: "sweep", schoolId, districtId };
    swept.imports += await withScope(wiring, actor, (tx) => deleteImportsBefore(tx, { schoolId, before }));
    swept.lapsed += await letLapse(wiring, actor, unconfirmedBefore);
  }
  return done(swept);
}

async function letLapse(wiring: Wiring, actor: SystemActor, before: Date): Promise<number> {
  const { schoolId } = actor;
  const now = wiring.clock.now();
  const waiting = await withScope(wiring, actor, (tx) => listUnconfirmedPeopleFiles(tx, { schoolId, before }));
  let lapsed = 0;
  for (const id of waiting) {
    const isLapsed = await withScope(wiring, actor, async (tx) => {
      const moved = await advance(tx, { actor, noun: "import", id, move: "lapse", met: [], notices: {}, now });
      if (moved.ok) await forgetContent(tx, { schoolId, importId: id });
      return moved.ok;
    });
    if (isLapsed) lapsed += 1;
  }
  return lapsed;
}
