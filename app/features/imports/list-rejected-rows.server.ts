import type { Actor } from "~/domain/actor";
import { mayImport } from "~/domain/imports/policy";
import type { RowNote } from "~/domain/imports/row-note";
import { done, type Outcome, refused } from "~/domain/outcome";
import type { Wiring } from "~/wiring";
import { listRejectedRows as listRows } from "~db/import-rows.server";
import { findImport } from "~db/imports.server";
import { withScope } from "~db/scope.server";

export interface RejectedRows {
  fileName: string;
  headers: string[];
  rows: { rowNo: number; cells: string[]; reasons: RowNote[] }[];
}

/** The rows that did not come in, with their cells as they came and the reasons: to repair and import again. */
export async function listRejectedRows(
  wiring: Wiring,
  actor: Actor,
  { importId }: { importId: string },
): Promise<Outcome<RejectedRows, "not_permitted" | "not_found">> {
  if (!mayImport(actor)) return refused("not_permitted");
  const key = { schoolId: actor.schoolId, importId };
  return withScope(wiring, actor, async (tx) => {
    const upload = await findImport(tx, key);
    if (!upload) return refused("not_found");
    return done({ fileName: upload.fileName, headers: upload.headers, rows: await listRows(tx, key) });
  });
}
