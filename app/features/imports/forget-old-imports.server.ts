import type { SystemActor } from "~/domain/actor";
import { type Done, done } from "~/domain/outcome";
import { days } from "~/domain/time";
import type { Wiring } from "~/wiring";
import { deleteImportsBefore } from "~db/imports.server";
import { listSchools } from "~db/schools.server";
import { withScope, withSystem } from "~db/scope.server";

/** What table `imports` declares: a file may name people, so it is not kept for longer than its rows are disputed. */
const RETENTION = days(90);

/** Deletes files that have outlived their retention, with what is known of their rows. Placements stay. */
export async function forgetOldImports(wiring: Wiring): Promise<Done<{ imports: number }>> {
  const before = new Date(wiring.clock.now().getTime() - RETENTION);
  const schools = await withSystem(wiring, listSchools);
  let imports = 0;
  for (const { id: schoolId, district_id: districtId } of schools) {
    const actor: SystemActor = { kind: "system", job: "sweep", schoolId, districtId };
    imports += await withScope(wiring, actor, (tx) => deleteImportsBefore(tx, { schoolId, before }));
  }
  return done({ imports });
}
