import type { Wiring } from "~/wiring";
import { type findStudentToTell, listFamilyWithRights } from "~db/own-rights.server";
import { findMailOf } from "~db/people.server";
import { getSchool } from "~db/schools.server";
import type { ScopeTx } from "~db/scope.server";
import { mailOrAskStaff } from "./mail-or-ask.server";

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
  for (const reader of readers) await tellReader(tx, wiring, { ...telling, reader });
}

async function tellReader(
  tx: ScopeTx,
  { env }: Wiring,
  { schoolId, studentId, student, on, now, reader }: Telling & { reader: Reader },
): Promise<void> {
  const { is, personId, name, language } = reader;
  const school = await getSchool(tx, schoolId);
  await mailOrAskStaff(
    tx,
    {
      kind: "own-rights",
      props: {
        reader: is,
        readerName: name,
        studentFirstName: is === "student" ? student.name_used : student.outside_name,
        schoolName: school.name,
        helpName: school.help_name,
        helpPhone: school.help_phone,
        link: `${env.origin}${is === "student" ? "/student/family" : "/guardian"}`,
      },
      to: { mail: await findMailOf(tx, { schoolId, personId }), language, personId },
      schoolId,
      // Of a birthday that was wrong they were told before, and are told again on the true one.
      dedupeKey: `own-rights:${studentId}:${personId}:${on}`,
      now,
    },
    {
      kind: "tell_family",
      subject: { noun: "student", id: studentId },
      props: { studentId, news: is === "student" ? "own_rights" : "rights_moved" },
      dedupeKey: toldByStaff({ studentId, personId }),
    },
  );
}

/** The key of the task to tell somebody of it. */
export function toldByStaff({ studentId, personId }: { studentId: string; personId: string }): string {
  return `tell_family:own_rights:${studentId}:${personId}`;
}
