import type { Actor } from "~/domain/actor";
import { faultsOfMapping } from "~/domain/imports/columns-of-kind";
import { type ContactGain, contactGains } from "~/domain/imports/contact-gains";
import { planContact } from "~/domain/imports/plan-contact";
import { mayImport } from "~/domain/imports/policy";
import { type PreviewPage, previewPage, type WantedRows } from "~/domain/imports/preview-pages";
import type { RowNote } from "~/domain/imports/row-note";
import type { RowOutcome } from "~/domain/imports/row-outcome";
import { done, type Outcome, refused } from "~/domain/outcome";
import type { Wiring } from "~/wiring";
import { findImport, getImportContent } from "~db/imports.server";
import { withScope } from "~db/scope.server";
import { type JudgedContact, judgeContacts } from "./judge-contacts.server";
import { readTable } from "./read-table.server";
import { readContacts, type SchoolContacts } from "./school-contacts.server";
import { outcomeOf } from "./write-contacts.server";

export interface ContactRow {
  rowNo: number;
  outcome: RowOutcome;
  name: string;
  organisation: string;
  /** What somebody who is known gets. */
  gains: ContactGain[];
  notes: RowNote[];
}

export type ContactsPreview = PreviewPage<ContactRow>;

/** Reads a whole file of contacts with the chosen columns and says of every row whom it would add or fill in. Nothing is written. */
export async function previewContacts(
  wiring: Wiring,
  actor: Actor,
  { importId, ...wanted }: WantedRows,
): Promise<Outcome<ContactsPreview, "not_permitted" | "not_found" | "column_needed">> {
  if (!mayImport(actor)) return refused("not_permitted");
  const key = { schoolId: actor.schoolId, importId };
  const found = await withScope(wiring, actor, async (tx) => {
    const upload = await findImport(tx, key);
    if (upload?.kind !== "contacts" || upload.state !== "uploaded") return null;
    return { upload, content: await getImportContent(tx, key) };
  });
  if (!found) return refused("not_found");
  const { upload, content } = found;
  if (faultsOfMapping(upload.kind, upload.mapping, upload.headers.length).length > 0) return refused("column_needed");
  const table = await readTable(content);
  if (!table.ok) throw new Error(`import ${importId} could be read once and cannot any more: ${table.reason}`);
  const judged = await judgeContacts(table.value, upload.mapping);
  const contacts = await withScope(wiring, actor, (tx) => readContacts(tx, actor, judged));
  const rows = judged.map((row) => planRow(row, contacts));
  return done(previewPage(rows, { importId, ...wanted }));
}

function planRow({ rowNo, verdict }: JudgedContact, { book, isSilent }: SchoolContacts): ContactRow {
  const { name, organisation } = verdict;
  const plan = planContact(verdict, book, isSilent);
  const row = { rowNo, name, organisation, gains: [] };
  if (!plan.ok) return { ...row, outcome: "rejected", notes: plan.reasons };
  const { before, after, note, warnings: notes } = plan;
  const gains = before && contactGains(before, after, note);
  // Rows further down meet whoever this one brings in, as they will when the file is written.
  book.put({ ...after, id: before?.id ?? `row ${rowNo}` }, before ?? undefined);
  return { ...row, outcome: outcomeOf(gains), gains: gains ?? [], notes };
}
