import { civilDate } from "~/clock";
import type { Wiring } from "~/wiring";
import type { PursuitFacts } from "~db/pursuits.server";
import { listRecordReaders, type RecordReader } from "~db/record-readers.server";
import { getSchool } from "~db/schools.server";
import type { ScopeTx } from "~db/scope.server";
import { isMailed, mailOrAskStaff } from "./mail-or-ask.server";

/** What has become of a pursuit; who turned an offer down is part of it, who stopped a pursuit is not. */
export type FamilyNews =
  | "offered"
  | "not_taken"
  | "accepted"
  | "offer_refused"
  | "completed"
  | "withdrawn"
  | "expired"
  | "lead_left"
  | "lead_new";

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
  for (const reader of readers) await tellReader(tx, { ...news, school, reader });
}

interface Letter extends News {
  school: Awaited<ReturnType<typeof getSchool>>;
  reader: RecordReader;
}

/** By mail or by staff, whose task says no more of the place than the guardian may hear. */
async function tellReader(tx: ScopeTx, { wiring, pursuit, event, now, school, reader }: Letter): Promise<void> {
  const { personId, language, mail, mayKnowWhereabouts, mailNamesPlaces } = reader;
  const { pursuit_id: pursuitId, student_id: studentId, title, organisation_name: organisation } = pursuit;
  const to = { mail, language, personId };
  const knowsPlace = isMailed(to) ? mailNamesPlaces : mayKnowWhereabouts;
  await mailOrAskStaff(
    tx,
    {
      kind: "family-news",
      props: {
        guardianName: reader.name,
        studentFirstName: pursuit.student_outside_name,
        placementTitle: knowsPlace ? title : null,
        organisationName: knowsPlace ? organisation : null,
        event,
        schoolName: school.name,
        helpName: school.help_name,
        helpPhone: school.help_phone,
        link: `${wiring.env.origin}/guardian`,
      },
      to,
      schoolId: school.id,
      dedupeKey: `family-news:${pursuitId}:${event}:${personId}:${now.getTime()}`,
      now,
    },
    {
      kind: "tell_family",
      subject: { noun: "pursuit", id: pursuitId },
      props: { studentId, news: event, ...(mayKnowWhereabouts ? { title, organisation } : { keepPlace: true }) },
      dedupeKey: `tell_family:${pursuitId}:${event}:${personId}`,
    },
  );
}
