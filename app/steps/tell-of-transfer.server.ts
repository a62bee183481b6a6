import { civilDate } from "~/clock";
import type { Wiring } from "~/wiring";
import { findMailNamingPlaces } from "~db/people.server";
import { findPerson } from "~db/person-page.server";
import { listRecordReaders } from "~db/record-readers.server";
import { getSchool } from "~db/schools.server";
import type { ScopeTx } from "~db/scope.server";
import { isMailed, mailOrAskStaff } from "./mail-or-ask.server";

/** The student moves, does not move after all, or is at the new school. */
export type TransferNews = "announced" | "taken_back" | "received";

interface Telling {
  schoolId: string;
  transferId: string;
  /** As the school knows them that tells. */
  studentId: string;
  event: TransferNews;
  now: Date;
}

interface Reader {
  is: "student" | "family";
  personId: string;
  name: string;
  language: string;
  mail: string | null;
  /** Null where the reader, or who else opens the mailbox, may not know where the student is. */
  move: Move | null;
}

interface Move {
  otherSchool: string;
  firstDay: string;
}

/**
 * The school that a student leaves tells the student and the guardians who see records. The new school and the day are named to whoever
 * may know whereabouts, and in no mailbox that somebody opens who may not. Whom no mail reaches is told by staff.
 */
export async function tellOfTransfer(
  tx: ScopeTx,
  wiring: Wiring,
  telling: Telling & { event: "announced" | "taken_back"; move: Move },
): Promise<void> {
  const { schoolId, studentId, move, now } = telling;
  const on = civilDate(now, (await getSchool(tx, schoolId)).time_zone);
  const readers = (await listRecordReaders(tx, { schoolId, studentId, on })).map((reader): Reader => {
    const { personId, name, language, mail } = reader;
    const knows = isMailed({ mail, language }) ? reader.mailNamesPlaces : reader.mayKnowWhereabouts;
    return { is: "family", personId, name, language, mail, move: knows ? move : null };
  });
  const student = await studentAsReader(tx, { ...telling, on });
  for (const reader of student ? [student, ...readers] : readers) await tellReader(tx, wiring, { ...telling, reader });
}

/**
 * The new school tells the student, and the adults who came along, that it has them. Its name says where the student is, so an adult hears
 * it in the mailbox that came along and in no other: of that one the old school knew that nobody opens it who may not know.
 */
export async function tellOfArrival(
  tx: ScopeTx,
  wiring: Wiring,
  telling: Omit<Telling, "event"> & { move: Move; family: readonly { personId: string; mail: string | null }[] },
): Promise<void> {
  const { schoolId, family, now } = telling;
  const on = civilDate(now, (await getSchool(tx, schoolId)).time_zone);
  const readers: Reader[] = [];
  for (const { personId, mail } of family) {
    const adult = await findPerson(tx, { schoolId, personId });
    if (adult)
      readers.push({ is: "family", personId, name: adult.name_used, language: adult.language, mail, move: null });
  }
  const student = await studentAsReader(tx, { ...telling, on });
  for (const reader of student ? [student, ...readers] : readers)
    await tellReader(tx, wiring, { ...telling, event: "received", reader });
}

async function studentAsReader(
  tx: ScopeTx,
  { schoolId, studentId, move, on }: Omit<Telling, "event"> & { move: Move; on: string },
): Promise<Reader | undefined> {
  const student = await findPerson(tx, { schoolId, personId: studentId });
  if (!student) return undefined;
  const mail = (await findMailNamingPlaces(tx, { schoolId, personId: studentId, on })) ?? null;
  return { is: "student", personId: studentId, name: student.name_used, language: student.language, mail, move };
}

async function tellReader(
  tx: ScopeTx,
  { env }: Wiring,
  { schoolId, transferId, studentId, event, now, reader }: Telling & { reader: Reader },
): Promise<void> {
  const { is, personId, name, language, mail, move } = reader;
  const school = await getSchool(tx, schoolId);
  const student = await findPerson(tx, { schoolId, personId: studentId });
  const keepsPlace = move === null && event !== "received";
  await mailOrAskStaff(
    tx,
    {
      kind: "transfer-news",
      props: {
        reader: is,
        readerName: name,
        studentFirstName: (is === "student" ? student?.name_used : student?.outside_name) ?? name,
        event,
        otherSchool: move?.otherSchool ?? null,
        firstDay: move?.firstDay ?? null,
        schoolName: school.name,
        helpName: school.help_name,
        helpPhone: school.help_phone,
        // Who is at two schools says there at which.
        link: `${env.origin}/home`,
      },
      to: { mail, language, personId },
      schoolId,
      dedupeKey: `transfer-news:${studentId}:${transferId}:${event}:${personId}`,
      now,
    },
    {
      kind: "tell_family",
      subject: { noun: "student", id: studentId },
      props: { studentId, news: `transfer_${event}`, ...(keepsPlace ? { keepPlace: true } : {}) },
      dedupeKey: `tell_family:transfer:${transferId}:${event}:${personId}`,
    },
  );
}
