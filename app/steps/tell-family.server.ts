import { civilDate } from "~/clock";
import type { Wiring } from "~/wiring";
import { enqueueMail } from "~db/mails.server";
import type { PursuitFacts } from "~db/pursuits.server";
import { listRecordReaders, type RecordReader } from "~db/record-readers.server";
import { getSchool } from "~db/schools.server";
import type { ScopeTx } from "~db/scope.server";
import { openTask } from "~db/staff-tasks.server";
import { isWrittenIn } from "~emails/catalogue";

/** What has become of a pursuit; who turned an offer down is part of it, who stopped a pursuit is not. */
export type FamilyNews = "offered" | "not_taken" | "accepted" | "offer_refused" | "completed" | "withdrawn" | "expired";

interface News {
  wiring: Wiring;
  pursuit: PursuitFacts;
  event: FamilyNews;
  now: Date;
}

/**
 * Tells the guardians who may see the student's records what became of a pursuit, from the moment a host was asked. The
 * placement is named only to those who may know whereabouts, because its title may say where it is, and in no mailbox that
 * somebody opens who may not. Whom no mail reaches in a language they read is told by staff.
 */
export async function tellFamily(tx: ScopeTx, news: News): Promise<void> {
  const { pursuit, now } = news;
  if (!pursuit.contacted_at) return;
  const { school_id: schoolId, student_id: studentId } = pursuit;
  const school = await getSchool(tx, schoolId);
  const readers = await listRecordReaders(tx, { schoolId, studentId, on: civilDate(now, school.time_zone) });
  for (const reader of readers) {
    if (reader.mail !== null && isWrittenIn(reader.language))
      await mailReader(tx, { ...news, school, reader, mail: reader.mail });
    else await askStaffToTell(tx, { ...news, reader });
  }
}

function placeOf({ title, organisation_name: organisation }: PursuitFacts) {
  return { title, organisation };
}

interface Letter extends News {
  school: Awaited<ReturnType<typeof getSchool>>;
  reader: RecordReader;
  mail: string;
}

async function mailReader(tx: ScopeTx, { wiring, pursuit, event, now, school, reader, mail }: Letter): Promise<void> {
  const place = reader.mailNamesPlaces ? placeOf(pursuit) : null;
  await enqueueMail(tx, {
    kind: "family-news",
    props: {
      guardianName: reader.name,
      studentFirstName: pursuit.student_outside_name,
      placementTitle: place?.title ?? null,
      organisationName: place?.organisation ?? null,
      event,
      schoolName: school.name,
      helpName: school.help_name,
      helpPhone: school.help_phone,
      link: `${wiring.env.origin}/guardian`,
    },
    to: { mail, language: reader.language, personId: reader.personId },
    schoolId: school.id,
    dedupeKey: `family-news:${pursuit.pursuit_id}:${event}:${reader.personId}:${now.getTime()}`,
    now,
  });
}

/** The task knows ids and no names of people, and no more of the place than the guardian may hear. */
async function askStaffToTell(
  tx: ScopeTx,
  { pursuit, event, now, reader }: News & { reader: RecordReader },
): Promise<void> {
  await openTask(tx, {
    schoolId: pursuit.school_id,
    kind: "tell_family",
    subject: { noun: "pursuit", id: pursuit.pursuit_id },
    props: {
      personId: reader.personId,
      studentId: pursuit.student_id,
      language: reader.language,
      news: event,
      ...(reader.mayKnowWhereabouts ? placeOf(pursuit) : { keepPlace: true }),
    },
    dedupeKey: `tell_family:${pursuit.pursuit_id}:${event}:${reader.personId}`,
    now,
  });
}
