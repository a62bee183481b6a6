import type { Actor } from "~/domain/actor";
import { mayImport } from "~/domain/imports/policy";
import { done, type Outcome, refused } from "~/domain/outcome";
import { advance } from "~/lifecycle.server";
import type { Wiring } from "~/wiring";
import { rememberMapping } from "~db/import-mappings.server";
import { lockImport } from "~db/imports.server";
import { enqueue } from "~db/jobs.server";
import { withScope } from "~db/scope.server";

export type ConfirmRefusal = "not_permitted" | "not_found" | "columns_not_chosen" | "cancelled";

/**
 * The last human step: remembers the columns and hands the file to the worker. A second click finds it on its way. `isWhole` says
 * that a file of students is the whole list, so that whom it lacks is asked about.
 */
export async function confirmImport(
  wiring: Wiring,
  actor: Actor,
  { importId, isWhole = false }: { importId: string; isWhole?: boolean },
): Promise<Outcome<null, ConfirmRefusal>> {
  if (!mayImport(actor)) return refused("not_permitted");
  const { schoolId } = actor;
  const now = wiring.clock.now();
  return withScope(wiring, actor, async (tx) => {
    const upload = await lockImport(tx, { schoolId, importId });
    if (!upload) return refused("not_found");
    if (upload.state === "cancelled") return refused("cancelled");
    if (upload.state !== "uploaded") return done(null);
    if (!upload.mappingChosen) return refused("columns_not_chosen");
    await rememberMapping(tx, { schoolId, headerKey: upload.headerKey, mapping: upload.mapping, now });
    const moved = await advance(tx, {
      actor,
      noun: "import",
      id: importId,
      move: "confirm",
      met: ["columns-chosen"],
      notices: { run: () => enqueue(tx, "run-import", { schoolId, importId }, { jobKey: `run-import:${importId}` }) },
      set: {
        confirmed_by: actor.kind === "staff" ? actor.personId : null,
        is_whole: isWhole && upload.kind === "students",
      },
      now,
    });
    if (!moved.ok)
      throw new Error(`import ${importId} was locked as uploaded and cannot be confirmed: ${moved.reason}`);
    return done(null);
  });
}
