import type { StaffActor } from "~/domain/actor";
import type { ImportKind } from "~/domain/imports/kind";
import type { WantedRows } from "~/domain/imports/preview-pages";
import { ROW_OUTCOMES } from "~/domain/imports/row-outcome";
import { findImport, type ImportDetail } from "~/features/imports/find-import.server";
import { listMissingStudents, type MissingStudents } from "~/features/imports/list-missing-students.server";
import { type ContactsPreview, previewContacts } from "~/features/imports/preview-contacts.server";
import { type GuardiansPreview, previewGuardians } from "~/features/imports/preview-guardians.server";
import { type ImportPreview, previewImport } from "~/features/imports/preview-import.server";
import { previewStudents, type StudentsPreview } from "~/features/imports/preview-students.server";
import { notFound } from "~/http/refuse.server";
import type { Wiring } from "~/wiring";

interface Named {
  id: string;
  kind: ImportKind;
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

export interface StudentsView extends Named {
  step: "check-students";
  preview: StudentsPreview;
}

export interface ContactsView extends Named {
  step: "check-contacts";
  preview: ContactsPreview;
}

export interface GuardiansView extends Named {
  step: "check-guardians";
  preview: GuardiansPreview;
}

export interface RunView extends Named, Pick<ImportDetail, "state" | "progress" | "rowCount" | "isStalled"> {
  step: "run";
}

export interface ResultView extends Named, Pick<ImportDetail, "state" | "progress" | "counts" | "inReview"> {
  step: "result";
  /** Of a whole list of students: whom it lacks. */
  missing: MissingStudents | null;
}

export interface WantedView extends Omit<WantedRows, "importId"> {
  /** The step at which the rows are looked at, before anything is written. */
  wantsCheck: boolean;
}

/** What an address asks to see; whatever makes no sense in it counts as not said. */
export function readWanted(url: string): WantedView {
  const search = new URL(url).searchParams;
  return {
    wantsCheck: search.get("step") === "check",
    show: ROW_OUTCOMES.find((outcome) => outcome === search.get("show")),
    page: Number(search.get("page") ?? 1),
    missingPage: Number(search.get("missing") ?? 1),
  };
}

/** What the page of an import shows: its state decides, except that an upload goes back and forth between two steps. */
export async function readView(
  wiring: Wiring,
  actor: StaffActor,
  { importId, wanted }: { importId: string; wanted: WantedView },
): Promise<ColumnsView | CheckView | StudentsView | GuardiansView | ContactsView | RunView | ResultView> {
  const found = await findImport(wiring, actor, { importId });
  if (!found.ok) throw notFound();
  const {
    id,
    kind,
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
  const named = { id, kind, fileName };
  if (state === "mapped" || state === "running") return { step: "run", ...named, state, progress, rowCount, isStalled };
  if (state !== "uploaded") {
    const lacking = kind === "students" ? await listMissingStudents(wiring, actor, { importId }) : null;
    const missing = lacking?.ok ? lacking.value : null;
    return { step: "result", ...named, missing, state, progress, counts, inReview };
  }
  const { wantsCheck, ...rows } = wanted;
  if (wantsCheck && mappingChosen && kind === "students") {
    const students = await previewStudents(wiring, actor, { importId, ...rows });
    if (students.ok) return { step: "check-students", ...named, preview: students.value };
  }
  if (wantsCheck && mappingChosen && kind === "contacts") {
    const contacts = await previewContacts(wiring, actor, { importId, ...rows });
    if (contacts.ok) return { step: "check-contacts", ...named, preview: contacts.value };
  }
  if (wantsCheck && mappingChosen && kind === "guardians") {
    const guardians = await previewGuardians(wiring, actor, { importId, ...rows });
    if (guardians.ok) return { step: "check-guardians", ...named, preview: guardians.value };
  }
  const preview = wantsCheck && mappingChosen ? await previewImport(wiring, actor, { importId }) : null;
  if (preview?.ok) return { step: "check", ...named, preview: preview.value };
  const mappedBy = mappingChosen ? "person" : mappingRemembered ? "memory" : "guess";
  return { step: "columns", ...named, headers, samples, mapping, mappedBy };
}
