import type { Actor } from "~/domain/actor";
import { mayImport } from "~/domain/imports/policy";
import { done, type Outcome, refused } from "~/domain/outcome";
import type { Wiring } from "~/wiring";
import { lockImport } from "~db/imports.server";
import { enqueue } from "~db/jobs.server";
import { withScope } from "~db/scope.server";

/** Gives an import that has stopped moving back to the worker; it goes on after the last batch that was written. */
export async function resumeImport(
  wiring: Wiring,
  actor: Actor,
  { importId }: { importId: string },
): Promise<Outcome<null, "not_permitted" | "not_found" | "wrong_state">> {
  if (!mayImport(actor)) return refused("not_permitted");
  const { schoolId } = actor;
  return withScope(wiring, actor, async (tx) => {
    const upload = await lockImport(tx, { schoolId, importId });
    if (!upload) return refused("not_found");
    if (upload.state !== "mapped" && upload.state !== "running") return refused("wrong_state");
    await enqueue(tx, "run-import", { schoolId, importId }, { jobKey: `run-import:${importId}` });
    return done(null);
  });
}
