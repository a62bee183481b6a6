import { civilDate } from "~/clock";
import type { StaffActor, SystemActor } from "~/domain/actor";
import { groupBy } from "~/domain/group-by";
import { Families } from "~/domain/imports/families";
import type { KnownMails } from "~/domain/imports/known-mails";
import { hasEnded } from "~/domain/people/has-ended";
import { listAdults, listFamilyLinks, listNumberedStudents } from "~db/families-roster.server";
import { getSchool } from "~db/schools.server";
import type { ScopeTx } from "~db/scope.server";
import type { JudgedGuardian, JudgedGuardians } from "./judge-guardians.server";
import { readKnownMails } from "./known-mails.server";

/** The families of the actor's school as its own list has them now. */
export async function readFamilies(
  tx: ScopeTx,
  { actor: { schoolId }, now }: { actor: StaffActor | SystemActor; now: Date },
): Promise<Families> {
  const today = civilDate(now, (await getSchool(tx, schoolId)).time_zone);
  const linksOf = groupBy(await listFamilyLinks(tx, { schoolId }), ({ guardian_id: guardianId }) => guardianId);
  const adults = (await listAdults(tx, { schoolId })).map(
    ({ full_name: fullName, other_names: otherNames, ...adult }) => ({
      ...adult,
      ...{ fullName, otherNames },
      links: (linksOf.get(adult.id) ?? []).map((link) => ({
        studentId: link.student_id,
        relationship: link.relationship,
        legalBasis: link.legal_basis,
        rights: {
          mayConsent: link.may_consent,
          maySeeRecords: link.may_see_records,
          mayKnowWhereabouts: link.may_know_whereabouts,
        },
        callOrder: link.call_order,
        isOver: hasEnded(link.to_on, today),
        isListed: link.listed_at !== null,
      })),
    }),
  );
  const students = (await listNumberedStudents(tx, { schoolId })).map((student) => ({
    id: student.id,
    number: student.student_number ?? "",
    fullName: student.full_name,
    leftOn: student.left_on,
  }));
  return new Families({ students, adults });
}

/** What the school knows of the addresses of these rows. */
export function readGuardianMails(
  tx: ScopeTx,
  actor: StaffActor | SystemActor,
  {
    rows,
    repeatedMails: repeated,
  }: { rows: readonly JudgedGuardian[]; repeatedMails: JudgedGuardians["repeatedMails"] },
): Promise<KnownMails> {
  const mails = rows.flatMap(({ verdict }) => (verdict.ok ? (verdict.guardian.mail ?? []) : []));
  return readKnownMails(tx, actor, { mails, repeated });
}
