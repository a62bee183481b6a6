import type { Wiring } from "~/wiring";
import { enqueueMail } from "~db/mails.server";
import { type findStudentToTell, listFamilyWithRights } from "~db/own-rights.server";
import { findMailOf } from "~db/people.server";
import { getSchool } from "~db/schools.server";
import type { ScopeTx } from "~db/scope.server";
import { openTask } from "~db/staff-tasks.server";
import { isWrittenIn } from "~emails/catalogue";

interface Telling {
  schoolId: string;
  studentId: string;
  student: NonNullable<Awaited<ReturnType<typeof findStudentToTell>>>;
  on: string;
  now: Date;
}

interface Reader {
  is: "student" | "family";
  personId: string;
  name: string;
  language: string;
}

/**
 * Tells a student of 18 and every adult who had a right over what the school keeps of them. Whom no mail reaches in a language they
 * read is told by staff.
 */
export async function tellOfOwnRights(tx: ScopeTx, wiring: Wiring, telling: Telling): Promise<void> {
  const { schoolId, studentId, student, on } = telling;
  const family = await listFamilyWithRights(tx, { schoolId, studentId, on });
  const readers: Reader[] = [
    { is: "student", personId: studentId, name: student.name_used, language: student.language },
    ...family.map(({ guardian_id: personId, name_used: name, language }) => ({
      ...{ is: "family" as const, personId, name, language },
    })),
  ];
  for (const reader of readers) {
    const mail = await findMailOf(tx, { schoolId, personId: reader.personId });
    if (mail !== undefined && isWrittenIn(reader.language)) await mailReader(tx, wiring, { ...telling, reader, mail });
    else await askStaffToTell(tx, { ...telling, reader });
  }
}

async function mailReader(
  tx: ScopeTx,
  { env }: Wiring,
  { schoolId, studentId, student, on, now, reader, mail }: Telling & { reader: Reader; mail: string },
): Promise<void> {
  const school = await getSchool(tx, schoolId);
  await enqueueMail(tx, {
    kind: "own-rights",
    props: {
      reader: reader.is,
      readerName: reader.name,
      studentFirstName: reader.is === "student" ? student.name_used : student.outside_name,
      schoolName: school.name,
      helpName: school.help_name,
      helpPhone: school.help_phone,
      link: `${env.origin}${reader.is === "student" ? "/student/family" : "/guardian"}`,
    },
    to: { mail, language: reader.language, personId: reader.personId },
    schoolId,
    // Of a birthday that was wrong they were told before, and are told again on the true one.
    dedupeKey: `own-rights:${studentId}:${reader.personId}:${on}`,
    now,
  });
}

/** The key of the task to tell somebody of it. */
export function toldByStaff({ studentId, personId }: { studentId: string; personId: string }): string {
  return `tell_family:own_rights:${studentId}:${personId}`;
}

/** The task knows ids and no names of people. */
async function askStaffToTell(
  tx: ScopeTx,
  { schoolId, studentId, now, reader }: Telling & { reader: Reader },
): Promise<void> {
  await openTask(tx, {
    schoolId,
    kind: "tell_family",
    subject: { noun: "student", id: studentId },
    props: {
      personId: reader.personId,
      studentId,
      language: reader.language,
      news: reader.is === "student" ? "own_rights" : "rights_moved",
    },
    dedupeKey: toldByStaff({ studentId, personId: reader.personId }),
    now,
  });
}
