import { civilDate } from "~/clock";
import type { StaffActor, SystemActor } from "~/domain/actor";
import { groupBy } from "~/domain/group-by";
import { Families } from "~/domain/imports/families";
import { hasEnded } from "~/domain/people/has-ended";
import { listAdults, listFamilyLinks, listNumberedStudents } from "~db/families-roster.server";
import { listMailHolders } from "~db/roster.server";
import { getSchool } from "~db/schools.server";
import type { ScopeTx } from "~db/scope.server";
import type { JudgedGuardian, JudgedGuardians } from "./judge-guardians.server";

/** The families of the actor's school as its own list has them now. */
export async function readFamilies(
  tx: ScopeTx,
  { actor: { schoolId }, now }: { actor: StaffActor | SystemActor; now: Date },
): Promise<Families> {
  const today = civilDate(now, (await getSchool(tx, schoolId)).time_zone);
  const linksOf = groupBy(await listFamilyLinks(tx, { schoolId }), ({ guardian_id: guardianId }) => guardianId);
  const adults = (await listAdults(tx, { schoolId })).map(({ full_name: fullName, ...adult }) => ({
    ...adult,
    fullName,
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
  }));
  const students = (await listNumberedStudents(tx, { schoolId })).map((student) => ({
    id: student.id,
    number: student.student_number ?? "",
    fullName: student.full_name,
    leftOn: student.left_on,
  }));
  return new Families({ students, adults });
}

/** Tells whether an address of these rows is in somebody else's hands: beside another name in the file, or anybody's of the school. */
export async function findOthersGuardianMails(
  tx: ScopeTx,
  { schoolId }: StaffActor | SystemActor,
  { rows, repeatedMails }: { rows: readonly JudgedGuardian[]; repeatedMails: JudgedGuardians["repeatedMails"] },
): Promise<(mail: string, adultId: string | null) => boolean> {
  const mails = rows.flatMap(({ verdict }) => (verdict.ok ? (verdict.guardian.mail ?? []) : []));
  const holders = groupBy(await listMailHolders(tx, { schoolId, mails }), ({ mail }) => mail);
  return (mail, adultId) =>
    repeatedMails.has(mail) || (holders.get(mail) ?? []).some(({ person_id: personId }) => personId !== adultId);
}
