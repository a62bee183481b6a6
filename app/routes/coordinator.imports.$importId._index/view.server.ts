import type { StaffActor } from "~/domain/actor";
import { findImport, type ImportDetail } from "~/features/imports/find-import.server";
import { type ImportPreview, previewImport } from "~/features/imports/preview-import.server";
import { notFound } from "~/http/refuse.server";
import type { Wiring } from "~/wiring";

interface Named {
  id: string;
  fileName: string;
}

export interface ColumnsView extends Named, Pick<ImportDetail, "headers" | "samples" | "mapping"> {
  step: "columns";
  /** Who matched the columns as they stand now. */
  mappedBy: "guess" | "memory" | "person";
}

export interface CheckView extends Named {
  step: "check";
  preview: ImportPreview;
}

export interface RunView extends Named, Pick<ImportDetail, "state" | "progress" | "rowCount" | "isStalled"> {
  step: "run";
}

export interface ResultView extends Named, Pick<ImportDetail, "state" | "progress" | "counts" | "inReview"> {
  step: "result";
}

/** What the page of an import shows: its state decides, except that an upload goes back and forth between two steps. */
export async function readView(
  wiring: Wiring,
  actor: StaffActor,
  { importId, wantsCheck }: { importId: string; wantsCheck: boolean },
): Promise<ColumnsView | CheckView | RunView | ResultView> {
  const found = await findImport(wiring, actor, { importId });
  if (!found.ok) throw notFound();
  const {
    id,
    fileName,
    headers,
    samples,
    mapping,
    mappingChosen,
    mappingRemembered,
    state,
    progress,
    rowCount,
    isStalled,
    counts,
    inReview,
  } = found.value;
  if (state === "mapped" || state === "running")
    return { step: "run", id, fileName, state, progress, rowCount, isStalled };
  if (state !== "uploaded") return { step: "result", id, fileName, state, progress, counts, inReview };
  const preview = wantsCheck && mappingChosen ? await previewImport(wiring, actor, { importId }) : null;
  if (preview?.ok) return { step: "check", id, fileName, preview: preview.value };
  const mappedBy = mappingChosen ? "person" : mappingRemembered ? "memory" : "guess";
  return { step: "columns", id, fileName, headers, samples, mapping, mappedBy };
}
