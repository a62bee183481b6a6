import type { SystemActor } from "~/domain/actor";
import { done, type Outcome } from "~/domain/outcome";
import type { Wiring } from "~/wiring";
import type { ImportCounts } from "~db/imports.server";
import { type ColumnsRefusal, chooseColumns } from "./choose-columns.server";
import { type ConfirmRefusal, confirmImport } from "./confirm-import.server";
import { findImport } from "./find-import.server";
import type { FileFault } from "./read-table.server";
import { type RunRefusal, runImport } from "./run-import.server";
import { startImport } from "./start-import.server";

export type ImportNowRefusal = FileFault | ColumnsRefusal | ConfirmRefusal | RunRefusal;

/**
 * Every step of an import in this process, with the columns as the school read the same headings last time, or as guessed.
 * A worker that takes the same job meanwhile shares the work.
 */
export async function importNow(
  wiring: Wiring,
  actor: SystemActor,
  upload: { fileName: string; content: Uint8Array },
): Promise<Outcome<{ importId: string; counts: ImportCounts }, ImportNowRefusal>> {
  const started = await startImport(wiring, actor, { kind: "placements", ...upload });
  if (!started.ok) return started;
  const { importId } = started.value;
  const found = await findImport(wiring, actor, { importId });
  if (!found.ok) return found;
  const chosen = await chooseColumns(wiring, actor, { importId, mapping: found.value.mapping });
  if (!chosen.ok) return chosen;
  const confirmed = await confirmImport(wiring, actor, { importId });
  if (!confirmed.ok) return confirmed;
  const run = await runImport(wiring, actor, { importId });
  return run.ok ? done({ importId, counts: run.value }) : run;
}
