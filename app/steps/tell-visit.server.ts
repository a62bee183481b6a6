import { civilDate } from "~/clock";
import type { Wiring } from "~/wiring";
import { enqueueMail } from "~db/mails.server";
import { findMailNamingPlaces, findMailOf } from "~db/people.server";
import type { PursuitFacts } from "~db/pursuits.server";
import { listRecordReaders, type RecordReader } from "~db/record-readers.server";
import { getSchool } from "~db/schools.server";
import type { ScopeTx } from "~db/scope.server";
import { openTask } from "~db/staff-tasks.server";
import type { Visit } from "~db/visits.server";
import { isWrittenIn } from "~emails/catalogue";
import { reachLead } from "./reach-lead.server";

export type VisitEvent = "dated" | "moved" | "cancelled";

export interface VisitNews {
  wiring: Wiring;
  pursuit: PursuitFacts;
  /** As it is from now on. */
  visit: Visit;
  event: VisitEvent;
  now: Date;
}

/** One sender for each notice of a visit's lifecycle. */
export function visitNotices(tx: ScopeTx, news: VisitNews) {
  return {
    student: () => tellStudentOfVisit(tx, news),
    mentor: () => tellMentorOfVisit(tx, news),
    family: () => tellFamilyOfVisit(tx, news),
  };
}

/** Whom only a mailbox reaches that may not say where the student is, staff tell in person. */
async function tellStudentOfVisit(tx: ScopeTx, news: VisitNews): Promise<void> {
  const { pursuit, wiring, now } = news;
  const of = { schoolId: pursuit.school_id, personId: pursuit.student_id };
  const on = civilDate(now, (await getSchool(tx, of.schoolId)).time_zone);
  const mail = await findMailNamingPlaces(tx, { ...of, on });
  if (!mail) {
    if ((await findMailOf(tx, of)) !== undefined) await askStaffToTellStudent(tx, news);
    return;
  }
  await send(tx, news, {
    reader: "student",
    readerName: pursuit.student_name,
    studentFirstName: pursuit.student_name,
    knowsPlace: true,
    to: { mail, language: pursuit.student_language, personId: pursuit.student_id },
    link: `${wiring.env.origin}/student/pursuits/${pursuit.pursuit_id}`,
  });
}

/** A lead who may not know where the student is gets nothing, also no word that a visit they were told of before is off. */
async function tellMentorOfVisit(tx: ScopeTx, news: VisitNews): Promise<void> {
  const { pursuit, wiring, visit, event, now } = news;
  const isOff = event === "cancelled" && pursuit.mentor_suspended_at !== null;
  // Every visit with a suspended lead is called off at once: that is one talk, not one for each.
  const about = isOff ? pursuit.pursuit_id : `${visit.id}:${visit.sequence}`;
  const lead = await reachLead(tx, { pursuit, news: `visit_${event}`, about, now });
  if (!lead) return;
  await send(tx, news, {
    reader: "mentor",
    readerName: pursuit.mentor_name ?? "",
    studentFirstName: pursuit.student_outside_name,
    knowsPlace: true,
    to: { mail: lead.mail, language: pursuit.mentor_language ?? "en", mentorId: lead.mentorId },
    link: `${wiring.env.origin}/mentor/pursuits/${pursuit.pursuit_id}`,
  });
}

/**
 * The guardians who may see the student's records. Time and place, and with them the calendar entry, reach only those who may
 * know whereabouts, at an address that nobody opens who may not: the others read on the page that a visit is set. Whom no mail
 * reaches in a language they read is told by staff.
 */
async function tellFamilyOfVisit(tx: ScopeTx, news: VisitNews): Promise<void> {
  const { pursuit, wiring, now } = news;
  const { school_id: schoolId, student_id: studentId } = pursuit;
  const school = await getSchool(tx, schoolId);
  for (const reader of await listRecordReaders(tx, { schoolId, studentId, on: civilDate(now, school.time_zone) })) {
    if (reader.mail === null || !isWrittenIn(reader.language)) {
      await askStaffToTell(tx, news, reader);
      continue;
    }
    await send(tx, news, {
      reader: "family",
      readerName: reader.name,
      studentFirstName: pursuit.student_outside_name,
      knowsPlace: reader.mailNamesPlaces,
      to: { mail: reader.mail, language: reader.language, personId: reader.personId },
      link: `${wiring.env.origin}/guardian`,
    });
  }
}

interface Letter {
  reader: "student" | "mentor" | "family";
  readerName: string;
  studentFirstName: string;
  knowsPlace: boolean;
  to: { mail: string; language: string; personId?: string; mentorId?: string };
  link: string;
}

async function send(tx: ScopeTx, { pursuit, visit, event, now }: VisitNews, letter: Letter): Promise<void> {
  const school = await getSchool(tx, pursuit.school_id);
  const { reader, readerName, studentFirstName, knowsPlace, to, link } = letter;
  await enqueueMail(tx, {
    kind: "visit-news",
    props: {
      reader,
      readerName,
      studentFirstName,
      event,
      visitKind: visit.kind === "shadow_day" ? "shadow_day" : "informational_interview",
      about: knowsPlace ? aboutOf(pursuit, visit, { timeZone: school.time_zone, now }) : null,
      schoolName: school.name,
      helpName: school.help_name,
      helpPhone: school.help_phone,
      link,
    },
    to,
    schoolId: school.id,
    dedupeKey: `visit-news:${pursuit.pursuit_id}:${visit.id}:${visit.sequence}:${event}:${to.personId ?? to.mentorId}`,
    now,
  });
}

/** Everything that says where and when. */
function aboutOf(pursuit: PursuitFacts, visit: Visit, { timeZone, now }: { timeZone: string; now: Date }) {
  return {
    visitId: visit.id,
    sequence: visit.sequence,
    saidAt: now.toISOString(),
    startsAt: new Date(visit.starts_at ?? now).toISOString(),
    endsAt: new Date(visit.ends_at ?? now).toISOString(),
    timeZone,
    place: visit.place,
    organisationName: pursuit.organisation_name,
    placementTitle: pursuit.title,
  };
}

/** No more of the place than the guardian may hear. */
function askStaffToTell(tx: ScopeTx, news: VisitNews, { personId, language, mayKnowWhereabouts }: RecordReader) {
  return openTellTask(tx, news, {
    ...{ personId, language },
    ...(mayKnowWhereabouts ? placeOf(news) : { keepPlace: true }),
  });
}

function askStaffToTellStudent(tx: ScopeTx, news: VisitNews): Promise<void> {
  const { student_id: personId, student_language: language } = news.pursuit;
  return openTellTask(tx, news, { personId, language, household: true, ...placeOf(news) });
}

function placeOf({ pursuit, visit }: VisitNews) {
  return { title: pursuit.title, organisation: pursuit.organisation_name, startsAt: visit.starts_at ?? "" };
}

/** The task knows ids and no names of people. */
async function openTellTask(
  tx: ScopeTx,
  { pursuit, visit, event, now }: VisitNews,
  told: { personId: string; language: string } & Record<string, string | boolean>,
): Promise<void> {
  await openTask(tx, {
    schoolId: pursuit.school_id,
    kind: "tell_family",
    subject: { noun: "pursuit", id: pursuit.pursuit_id },
    props: { ...told, studentId: pursuit.student_id, news: `visit_${event}` },
    dedupeKey: `tell_family:${visit.id}:${visit.sequence}:${event}:${told.personId}`,
    now,
  });
}
