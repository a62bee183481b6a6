import type { Actor } from "~/domain/actor";
import { faultsOfMapping } from "~/domain/imports/columns-of-kind";
import { mayImport } from "~/domain/imports/policy";
import { done, type Outcome, refused } from "~/domain/outcome";
import type { Wiring } from "~/wiring";
import { type ImportMapping, lockImport, updateImportMapping } from "~db/imports.server";
import { withScope } from "~db/scope.server";

export type ColumnsRefusal = "not_permitted" | "not_found" | "wrong_state" | "column_needed";

/** Says which column holds what. It may be said again until the import is confirmed. */
export async function chooseColumns(
  wiring: Wiring,
  actor: Actor,
  { importId, mapping }: { importId: string; mapping: ImportMapping },
): Promise<Outcome<null, ColumnsRefusal>> {
  if (!mayImport(actor)) return refused("not_permitted");
  const key = { schoolId: actor.schoolId, importId };
  return withScope(wiring, actor, async (tx) => {
    const upload = await lockImport(tx, key);
    if (!upload) return refused("not_found");
    if (upload.state !== "uploaded") return refused("wrong_state");
    const [fault] = faultsOfMapping(upload.kind, mapping, upload.headers.length);
    if (fault) return refused("column_needed", { target: fault });
    await updateImportMapping(tx, { ...key, mapping });
    return done(null);
  });
}
