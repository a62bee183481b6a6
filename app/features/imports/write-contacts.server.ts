import { civilDate } from "~/clock";
import type { StaffActor, SystemActor } from "~/domain/actor";
import { type ContactGain, contactGains } from "~/domain/imports/contact-gains";
import { planContact } from "~/domain/imports/plan-contact";
import { lockContacts } from "~db/contact-book.server";
import { insertContactImport } from "~db/contact-imports.server";
import type { ImportRowResult } from "~db/import-rows.server";
import type { ImportRecord } from "~db/imports.server";
import { getSchool } from "~db/schools.server";
import type { ScopeTx } from "~db/scope.server";
import type { JudgedContact } from "./judge-contacts.server";
import { readContacts } from "./school-contacts.server";
import { writeContact } from "./write-contact.server";

/** Writes a batch of contacts in the caller's transaction and answers what became of each. Whoever adds contacts of the school waits. */
export async function writeContacts(
  tx: ScopeTx,
  { actor, now }: { actor: StaffActor | SystemActor; now: Date },
  { upload, rows }: { upload: Pick<ImportRecord, "id" | "fileName">; rows: readonly JudgedContact[] },
): Promise<ImportRowResult[]> {
  const { schoolId } = actor;
  await lockContacts(tx, actor);
  const on = civilDate(now, (await getSchool(tx, schoolId)).time_zone);
  const broughtBy = actor.kind === "staff" ? actor.personId : (actor.onBehalfOf ?? null);
  const { book, isSilent } = await readContacts(tx, actor, rows);
  const results: ImportRowResult[] = [];
  for (const { rowNo, cells, verdict } of rows) {
    const plan = planContact(verdict, book, isSilent);
    const result = { rowNo, placementId: null, personId: null, contactId: null, raw: null, reasons: [], warnings: [] };
    if (!plan.ok) {
      // Of whoever asked for silence nothing is kept, also not what a file says.
      const raw = plan.reasons.some(({ code }) => code === "mail_silent") ? cells.map(() => "") : cells;
      results.push({ ...result, outcome: "rejected", reasons: plan.reasons, raw });
      continue;
    }
    const { before } = plan;
    // What is kept of a row says nothing of anybody else, who may be forgotten before it is.
    const warnings = plan.warnings.map(({ code }) => ({ code }));
    const outcome = outcomeOf(before && contactGains(before, plan.after, plan.note));
    if (before && outcome === "unchanged") {
      results.push({ ...result, outcome, warnings, contactId: before.id });
      continue;
    }
    const contactId = await writeContact(tx, { actor, on, now }, plan);
    book.put({ ...plan.after, id: contactId }, before ?? undefined);
    await insertContactImport(tx, {
      schoolId,
      contactId,
      importId: upload.id,
      fileName: upload.fileName,
      on,
      broughtBy,
    });
    results.push({ ...result, outcome, warnings, contactId });
  }
  return results;
}

/** `gains` of a known contact; null for somebody new. */
export function outcomeOf(gains: readonly ContactGain[] | null): "added" | "changed" | "unchanged" {
  if (gains === null) return "added";
  return gains.length > 0 ? "changed" : "unchanged";
}
