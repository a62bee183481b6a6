import type { Actor } from "~/domain/actor";
import type { ImportKind } from "~/domain/imports/kind";
import type { ImportState } from "~/domain/imports/lifecycle";
import { mayImport } from "~/domain/imports/policy";
import { done, type Outcome, refused } from "~/domain/outcome";
import type { Wiring } from "~/wiring";
import { type ImportCounts, listImports as listRecords } from "~db/imports.server";
import { getSchool } from "~db/schools.server";
import { withScope } from "~db/scope.server";

/** A page of uploads; older ones are deleted after 90 days anyway. */
const SHOWN_IMPORTS = 50;

export interface ImportInList {
  id: string;
  kind: ImportKind;
  fileName: string;
  state: ImportState;
  rowCount: number;
  progress: number;
  counts: ImportCounts;
  createdAt: string;
}

/** The school's uploads, the newest first, and the time zone to show their times in. */
export async function listImports(
  wiring: Wiring,
  actor: Actor,
): Promise<Outcome<{ imports: ImportInList[]; timeZone: string }, "not_permitted">> {
  if (!mayImport(actor)) return refused("not_permitted");
  return withScope(wiring, actor, async (tx) => {
    const records = await listRecords(tx, { schoolId: actor.schoolId, limit: SHOWN_IMPORTS });
    const imports = records.map(({ id, kind, fileName, state, rowCount, progress, counts, createdAt }) => ({
      id,
      kind,
      fileName,
      state,
      rowCount,
      progress,
      counts,
      createdAt,
    }));
    return done({ imports, timeZone: (await getSchool(tx, actor.schoolId)).time_zone });
  });
}
