import { civilDate } from "~/clock";
import type { LinkActor, SchoolActor } from "~/domain/actor";
import { isCoordinator } from "~/domain/actor";
import { maySeeRecordsOn } from "~/domain/consent/holder";
import { listAdvisorsOf, listAdvisoryStudents } from "~db/advisories.server";
import { listContactedMentors } from "~db/concerns.server";
import { findConsent } from "~db/consents.server";
import { findDisclosure } from "~db/disclosures.server";
import { listStudentNames } from "~db/matches.server";
import { listChildren } from "~db/people.server";
import { listStaff } from "~db/safeguarding-leads.server";
import { getSchool } from "~db/schools.server";
import type { ScopeTx } from "~db/scope.server";

/** Somebody whom a report can name by choosing: `value` is `student:…`, `person:…`, `mentor:…` or `pursuit:…`. */
export interface KnownPerson {
  value: string;
  name: string;
}

/** More names than this are no list to choose from, least of all on a phone: the reporter writes the name. */
const MOST_STUDENTS = 100;

type Named = { id: string; full_name: string };
const asStudents = (rows: readonly Named[]) => rows.map((row) => ({ value: `student:${row.id}`, name: row.full_name }));
const asMentors = (rows: readonly Named[]) => rows.map((row) => ({ value: `mentor:${row.id}`, name: row.full_name }));

/**
 * The people of the school whom somebody may read about on other pages as well: nobody becomes visible by this form. A mentor
 * knows students by the disclosures, which `open-report` reads in the organisation's scope.
 */
export async function listKnownPeople(tx: ScopeTx, actor: SchoolActor, now: Date): Promise<KnownPerson[]> {
  const { schoolId } = actor;
  const on = civilDate(now, (await getSchool(tx, schoolId)).time_zone);
  if (actor.kind === "staff") {
    const students = isCoordinator(actor)
      ? await listStudentNames(tx, schoolId)
      : (await listAdvisoryStudents(tx, { schoolId, staffId: actor.personId, on })).map((row) => ({
          id: row.student_id,
          full_name: row.full_name,
        }));
    const studentIds = isCoordinator(actor) ? null : students.map(({ id }) => id);
    const colleagues = await listStaff(tx, { schoolId, on });
    const byName = students.toSorted((one, other) => one.full_name.localeCompare(other.full_name));
    return [
      ...asStudents(students.length > MOST_STUDENTS ? [] : byName),
      ...colleagues
        .filter(({ personId }) => personId !== actor.personId)
        .map(({ personId, fullName }) => ({ value: `person:${personId}`, name: fullName })),
      ...asMentors(await listContactedMentors(tx, { schoolId, studentIds })),
    ];
  }
  if (actor.kind === "student") {
    const advisors = await listAdvisorsOf(tx, { schoolId, studentId: actor.personId, on });
    const mentors = await listContactedMentors(tx, { schoolId, studentIds: [actor.personId] });
    return [...advisors.map((row) => ({ value: `person:${row.id}`, name: row.full_name })), ...asMentors(mentors)];
  }
  if (actor.kind === "guardian") return ofFamily(tx, { schoolId, guardianId: actor.personId, on });
  return actor.kind === "link" ? ofLink(tx, actor, on) : [];
}

/**
 * Those who would read a report: its reporter may tick one of them, so that it is kept from them. Staff choose among all
 * colleagues; hosts who came by a link are not told who works at a school.
 */
export async function listReaders(tx: ScopeTx, actor: SchoolActor, now: Date): Promise<KnownPerson[]> {
  const { schoolId } = actor;
  const isFamilys = actor.kind === "link" && FAMILY_LINKS.includes(actor.linkKind);
  if (!isFamilys && actor.kind !== "student" && actor.kind !== "guardian" && actor.kind !== "mentor") return [];
  const on = civilDate(now, (await getSchool(tx, schoolId)).time_zone);
  return (await listStaff(tx, { schoolId, on }))
    .filter(({ isLead, role }) => isLead || role === "admin")
    .map(({ personId, fullName }) => ({ value: `person:${personId}`, name: fullName }));
}

const FAMILY_LINKS: readonly string[] = ["consent", "introduce"];

/** A link may be forwarded: it shows the one it is about. */
async function ofLink(tx: ScopeTx, actor: LinkActor, on: string): Promise<KnownPerson[]> {
  const { schoolId, linkKind, subjectId, personId, organisationId } = actor;
  if (FAMILY_LINKS.includes(linkKind) && personId) {
    const consent = linkKind === "consent" ? await findConsent(tx, { schoolId, consentId: subjectId }) : undefined;
    const children = await listChildren(tx, { schoolId, guardianId: personId, on });
    return children
      .filter((child) => !child.rights_undecided)
      .filter((child) => linkKind === "introduce" || child.student_id === consent?.student_id)
      .map((child) => ({ value: `student:${child.student_id}`, name: child.name_used }));
  }
  if (linkKind !== "first-contact" || !organisationId) return [];
  const told = await findDisclosure(tx, { organisationId, pursuitId: subjectId });
  return told ? [{ value: `pursuit:${told.pursuit_id}`, name: told.first_name }] : [];
}

/** A guardian's children, and the mentors of those whose whereabouts the guardian may know. */
async function ofFamily(
  tx: ScopeTx,
  asked: { schoolId: string; guardianId: string; on: string },
): Promise<KnownPerson[]> {
  const children = (await listChildren(tx, asked)).filter((child) => !child.rights_undecided);
  // The mentor says where the student is, which a guardian reads nowhere without the records either.
  const studentIds = children
    .filter((child) => {
      const { born_on: bornOn, may_see_records: maySeeRecords, student_lets_see: studentLetsSee } = child;
      return child.may_know_whereabouts && maySeeRecordsOn({ bornOn, maySeeRecords, studentLetsSee }, asked.on);
    })
    .map((child) => child.student_id);
  return [
    ...children.map((child) => ({ value: `student:${child.student_id}`, name: child.name_used })),
    ...asMentors(await listContactedMentors(tx, { schoolId: asked.schoolId, studentIds })),
  ];
}
