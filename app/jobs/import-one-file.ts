import { runImport } from "~/features/imports/run-import.server";
import type { Wiring } from "~/wiring";
import { actForSchool } from "./act-for-school";
import type { Payload } from "./catalogue";

/** A refused import shows its reason on its page; trying it again would change nothing. */
export async function importOneFile(wiring: Wiring, { schoolId, importId }: Payload<"run-import">): Promise<void> {
  const actor = await actForSchool(wiring, { schoolId, job: "run-import" });
  if (!actor) return;
  const outcome = await runImport(wiring, actor, { importId });
  if (!outcome.ok) wiring.log.warn({ schoolId, importId, reason: outcome.reason }, "an import was refused");
}
