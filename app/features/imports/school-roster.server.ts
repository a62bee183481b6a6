import type { StaffActor, SystemActor } from "~/domain/actor";
import type { KnownMails } from "~/domain/imports/known-mails";
import { Roster } from "~/domain/imports/roster";
import { listAdvisories } from "~db/advisories.server";
import { listRoster } from "~db/roster.server";
import type { ScopeTx } from "~db/scope.server";
import { listAreas } from "~db/search-rows.server";
import type { JudgedStudent, JudgedStudents } from "./judge-students.server";
import { readKnownMails } from "./known-mails.server";

/** The students of the actor's school as its own list has them now. */
export async function readRoster(tx: ScopeTx, { schoolId, districtId }: StaffActor | SystemActor): Promise<Roster> {
  const advisories = (await listAdvisories(tx, { schoolId })).map(({ id, name, advisor_name: advisorName }) => ({
    id,
    name,
    advisorName,
  }));
  const areas = await listAreas(tx, districtId);
  const advisoryOf = new Map(advisories.map((advisory) => [advisory.id, advisory]));
  const areaOf = new Map(areas.map((area) => [area.id, area]));
  const students = (await listRoster(tx, { schoolId })).map((row) => ({
    id: row.id,
    number: row.student_number ?? "",
    fullName: row.full_name,
    nameUsed: row.name_used,
    bornOn: row.born_on,
    grade: row.grade,
    advisory: (row.advisory_id && advisoryOf.get(row.advisory_id)) || null,
    language: row.language,
    languages: row.languages,
    mails: row.mails,
    phones: row.phones,
    area: (row.area_id && areaOf.get(row.area_id)) || null,
    leftOn: row.left_on,
    isListed: row.is_listed,
    ...(row.others.length > 0 && { others: row.others }),
  }));
  return new Roster({ students, advisories, areas });
}

/** What the school knows of the addresses of these rows. */
export function readStudentMails(
  tx: ScopeTx,
  actor: StaffActor | SystemActor,
  { rows, repeatedMails: repeated }: { rows: readonly JudgedStudent[]; repeatedMails: JudgedStudents["repeatedMails"] },
): Promise<KnownMails> {
  const mails = rows.flatMap(({ verdict }) => (verdict.ok ? (verdict.student.mail ?? []) : []));
  return readKnownMails(tx, actor, { mails, repeated });
}
