import type { SystemActor } from "~/domain/actor";
import { UNCONFIRMED_DAYS } from "~/domain/imports/limits";
import { type Done, done } from "~/domain/outcome";
import { days } from "~/domain/time";
import { advance } from "~/lifecycle.server";
import { inEachSchool } from "~/steps/each-school.server";
import { oneByOne } from "~/steps/one-by-one.server";
import type { Wiring } from "~/wiring";
import { deleteImportsBefore, forgetContent, listUnconfirmedPeopleFiles } from "~db/imports.server";
import { withScope } from "~db/scope.server";

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
  let imports = 0;
  const lapsed = await inEachSchool(wiring, "sweep", async (actor) => {
    const { schoolId } = actor;
    imports += await withScope(wiring, actor, (tx) => deleteImportsBefore(tx, { schoolId, before }));
    return letLapse(wiring, actor, unconfirmedBefore);
  });
  return done({ imports, lapsed });
}

async function letLapse(wiring: Wiring, actor: SystemActor, before: Date): Promise<number> {
  const { schoolId } = actor;
  const now = wiring.clock.now();
  const waiting = await withScope(wiring, actor, (tx) => listUnconfirmedPeopleFiles(tx, { schoolId, before }));
  return oneByOne(wiring, waiting, {
    about: (importId) => ({ schoolId, importId }),
    work: (importId) =>
      withScope(wiring, actor, async (tx) => {
        const moved = await advance(tx, {
          actor,
          noun: "import",
          id: importId,
          move: "lapse",
          met: [],
          notices: {},
          now,
        });
        if (moved.ok) await forgetContent(tx, { schoolId, importId });
        return moved.ok ? 1 : 0;
      }),
  });
}
