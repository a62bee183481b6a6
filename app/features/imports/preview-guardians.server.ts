import type { Actor } from "~/domain/actor";
import { type Families, isCalled, type KnownLink, type NumberedStudent } from "~/domain/imports/families";
import { type GuardianChange, guardianChangesOf } from "~/domain/imports/guardian-changes";
import { planGuardian } from "~/domain/imports/plan-guardian";
import { mayImport } from "~/domain/imports/policy";
import { type PreviewPage, pageOf, previewPage, type WantedRows } from "~/domain/imports/preview-pages";
import type { RowNote } from "~/domain/imports/row-note";
import type { RowOutcome } from "~/domain/imports/row-outcome";
import { done, type Outcome, refused } from "~/domain/outcome";
import type { Wiring } from "~/wiring";
import { withScope } from "~db/scope.server";
import { type JudgedGuardians, judgeGuardians } from "./judge-guardians.server";
import { openPeopleFile } from "./open-people-file.server";
import { readFamilies, readGuardianMails } from "./school-families.server";

interface Named {
  id: string;
  name: string;
}

export interface GuardianRow {
  rowNo: number;
  outcome: RowOutcome;
  name: string;
  changes: GuardianChange[];
  notes: RowNote[];
  /** Whom of the school a row that stays out may mean, and whose page tells more of one that comes in. Shown, and kept nowhere. */
  perhaps: Named[];
}

export interface GuardiansPreview extends PreviewPage<GuardianRow> {
  /** Guardians whom earlier files had for a student of this file and this one lacks, one page of them by student. */
  missing: { count: number; links: { guardian: Named; student: Named }[]; page: number; pages: number };
}

/** Reads a whole file of guardians with the chosen columns and says of every row what it would add or change. Nothing is written. */
export async function previewGuardians(
  wiring: Wiring,
  actor: Actor,
  { importId, missingPage = 1, ...wanted }: WantedRows,
): Promise<Outcome<GuardiansPreview, "not_permitted" | "not_found" | "column_needed">> {
  if (!mayImport(actor)) return refused("not_permitted");
  const now = wiring.clock.now();
  const file = await withScope(wiring, actor, (tx) => openPeopleFile(tx, actor, { importId, kind: "guardians", now }));
  if (!file.ok) return file;
  const { upload, table } = file.value;
  const judged = await judgeGuardians(table, { mapping: upload.mapping });
  return withScope(wiring, actor, async (tx) => {
    const families = await readFamilies(tx, { actor, now });
    const mails = await readGuardianMails(tx, actor, judged);
    const { rows, named } = planRows(judged, families, mails);
    const missing = missingLinks(families, named);
    const { shown, ...place } = pageOf(missing, missingPage);
    return done({
      ...previewPage(rows, { importId, ...wanted }),
      missing: { count: missing.length, links: shown, ...place },
    });
  });
}

/** Adults of the file by student. */
type NamedLinks = Map<string, Set<string>>;

function planRows(
  { rows }: JudgedGuardians,
  families: Families,
  mails: Awaited<ReturnType<typeof readGuardianMails>>,
): { rows: GuardianRow[]; named: NamedLinks } {
  const named: NamedLinks = new Map();
  const planned = rows.map(({ rowNo, verdict }): GuardianRow => {
    const { fullName } = verdict.identity;
    const namesakesAt = (of: NumberedStudent | undefined) =>
      of ? families.tiedTo(of.id).filter((adult) => isCalled(adult, fullName)) : [];
    const student = families.withNumber(verdict.identity.studentNumber);
    const names = (student && named.get(student.id)) ?? new Set<string>();
    if (student) named.set(student.id, names);
    const plan = planGuardian(verdict, families, mails);
    const row = { rowNo, name: fullName };
    if (!plan.ok) {
      for (const { id } of [...plan.perhaps, ...namesakesAt(student)]) names.add(id);
      return { ...row, outcome: "rejected", changes: [], notes: plan.reasons, perhaps: plan.perhaps.flatMap(asNamed) };
    }
    // Rows further down meet whoever this one brings in, as they will when the file is written.
    const after = plan.before ? plan.after : { ...plan.after, id: `row ${rowNo}` };
    names.add(after.id);
    const changes = guardianChangesOf(plan, families);
    families.put(after);
    const outcome = !plan.before ? "added" : changes.length > 0 ? "changed" : "unchanged";
    const isAsked = plan.warnings.some(({ code }) => code === "rights_differ");
    const perhaps = isAsked && plan.before ? asNamed(plan.before) : [];
    return { ...row, outcome, changes, notes: plan.warnings, perhaps };
  });
  return { rows: planned, named };
}

/** Not somebody whom a row further up brings with it. */
const asNamed = ({ id, fullName: name }: { id: string; fullName: string }): Named[] =>
  id.startsWith("row ") ? [] : [{ id, name }];

function missingLinks(families: Families, named: NamedLinks): { guardian: Named; student: Named }[] {
  const isGone = (studentId: string) => (link: KnownLink) =>
    link.studentId === studentId && link.isListed && !link.isOver;
  return [...named].flatMap(([studentId, names]) =>
    families
      .tiedTo(studentId)
      .filter(({ id, links }) => !names.has(id) && links.some(isGone(studentId)))
      .map(({ id, fullName: name }) => ({
        guardian: { id, name },
        student: { id: studentId, name: families.nameOf(studentId) },
      })),
  );
}
