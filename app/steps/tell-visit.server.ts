import { civilDate } from "~/clock";
import type { Wiring } from "~/wiring";
import { findMailNamingPlaces, findMailOf } from "~db/people.server";
import type { PursuitFacts } from "~db/pursuits.server";
import { listRecordReaders } from "~db/record-readers.server";
import { getSchool } from "~db/schools.server";
import type { ScopeTx } from "~db/scope.server";
import type { Visit } from "~db/visits.server";
import { isMailed, mailOrAskStaff } from "./mail-or-ask.server";
import { type ReachedLead, reachLead } from "./reach-lead.server";

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

/** Whom only a mailbox reaches that may not say where the student is, or none, staff tell in person. */
async function tellStudentOfVisit(tx: ScopeTx, news: VisitNews): Promise<void> {
  const { pursuit, wiring, now } = news;
  const { school_id: schoolId, student_id: personId, student_language: language } = pursuit;
  const on = civilDate(now, (await getSchool(tx, schoolId)).time_zone);
  const mail = await findMailNamingPlaces(tx, { schoolId, personId, on });
  const isShared = mail === undefined && (await findMailOf(tx, { schoolId, personId })) !== undefined;
  await send(tx, news, {
    reader: "student",
    readerName: pursuit.student_name,
    studentFirstName: pursuit.student_name,
    knowsPlace: true,
    to: { mail, language, personId },
    link: `${wiring.env.origin}/student/pursuits/${pursuit.pursuit_id}`,
    task: { kind: "tell_student", props: { ...placeOf(news), ...(isShared ? { household: true } : {}) } },
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
    to: { mail: lead.mail, language: lead.language, mentorId: lead.mentorId },
    link: `${wiring.env.origin}/mentor/pursuits/${pursuit.pursuit_id}`,
    task: lead.task,
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
    const { personId, language, mail, mayKnowWhereabouts, mailNamesPlaces } = reader;
    const to = { mail, language, personId };
    await send(tx, news, {
      reader: "family",
      readerName: reader.name,
      studentFirstName: pursuit.student_outside_name,
      knowsPlace: isMailed(to) ? mailNamesPlaces : mayKnowWhereabouts,
      to,
      link: `${wiring.env.origin}/guardian`,
      task: {
        kind: "tell_family",
        props: { studentId, ...(mayKnowWhereabouts ? placeOf(news) : { keepPlace: true }) },
      },
    });
  }
}

interface Letter {
  reader: "student" | "mentor" | "family";
  readerName: string;
  studentFirstName: string;
  knowsPlace: boolean;
  to: { mail: string | null | undefined; language: string; personId?: string; mentorId?: string };
  link: string;
  /** What staff read whom no mail reaches; of the place no more than the reader may hear. */
  task: ReachedLead["task"] | { kind: "tell_family" | "tell_student"; props: Record<string, string | boolean> };
}

async function send(tx: ScopeTx, { pursuit, visit, event, now }: VisitNews, letter: Letter): Promise<void> {
  const school = await getSchool(tx, pursuit.school_id);
  const { reader, readerName, studentFirstName, knowsPlace, to, link, task } = letter;
  const about = `${visit.id}:${visit.sequence}:${event}:${to.personId ?? to.mentorId}`;
  await mailOrAskStaff(
    tx,
    {
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
      dedupeKey: `visit-news:${pursuit.pursuit_id}:${about}`,
      now,
    },
    "dedupeKey" in task
      ? task
      : {
          kind: task.kind,
          subject: { noun: "pursuit", id: pursuit.pursuit_id },
          props: { ...task.props, news: `visit_${event}` },
          dedupeKey: `${task.kind}:${about}`,
        },
  );
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

function placeOf({ pursuit, visit }: VisitNews) {
  return { title: pursuit.title, organisation: pursuit.organisation_name, startsAt: visit.starts_at ?? "" };
}
