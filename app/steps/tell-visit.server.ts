import { civilDate } from "~/clock";
import type { Wiring } from "~/wiring";
import { enqueueMail } from "~db/mails.server";
import { findMailNamingPlaces, findMailOf, findMailOfMentor, findMentor } from "~db/people.server";
import type { PursuitFacts } from "~db/pursuits.server";
import { listRecordReaders } from "~db/record-readers.server";
import { getSchool } from "~db/schools.server";
import type { ScopeTx } from "~db/scope.server";
import { putVisitHost, type Visit } from "~db/visits.server";
import { isMailed, mailOrAskStaff } from "./mail-or-ask.server";
import { type ReachedLead, reachLead } from "./reach-lead.server";

/** What becomes of a visit. `not_yours` is said to somebody of the host alone, who has it no more. */
export type VisitEvent = "dated" | "moved" | "cancelled" | "not_yours";

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

/**
 * Whoever had it in their calendar and leads the place no more loses it there; today's lead is told. A lead who may not know where
 * the student is gets nothing, also no word that a visit they were told of before is off.
 */
export async function tellMentorOfVisit(tx: ScopeTx, news: VisitNews): Promise<void> {
  const { pursuit, visit, event, wiring } = news;
  const { told_mentor_id: toldId } = visit;
  const hasChanged = toldId !== null && toldId !== pursuit.lead_mentor_id;
  const hostChanges = visit.host_changes + (hasChanged ? 1 : 0);
  const asTold = { ...news, visit: { ...visit, host_changes: hostChanges } };
  if (hasChanged) await takeBackFrom(tx, asTold, toldId);
  const leadId = await tellLeadOfVisit(tx, asTold);
  const stays = hasChanged ? null : toldId;
  await putVisitHost(tx, {
    ...{ schoolId: pursuit.school_id, visitId: visit.id, hostChanges, entryHost: entryHostOf(wiring, visit) },
    toldMentorId: event === "cancelled" ? null : (leadId ?? stays),
  });
}

/** Only a mail puts an entry into a calendar and takes it out. Somebody who is suspended is told nothing more. */
async function takeBackFrom(tx: ScopeTx, news: VisitNews, mentorId: string): Promise<void> {
  const { pursuit, wiring } = news;
  const { district_id: districtId, school_id: schoolId } = pursuit;
  const mentor = await findMentor(tx, { districtId, mentorId });
  const mail = await findMailOfMentor(tx, { districtId, mentorId });
  if (!mail || !mentor || mentor.suspended_at !== null) return;
  const school = await getSchool(tx, schoolId);
  await enqueueMail(tx, {
    ...letterOf({ ...news, event: "not_yours" }, school, {
      reader: "mentor",
      readerName: mentor.name_used,
      studentFirstName: pursuit.student_outside_name,
      knowsPlace: true,
      to: { mail, language: mentor.language, mentorId },
      link: `${wiring.env.origin}/mentor`,
    }),
    to: { mail, language: mentor.language, mentorId },
  });
}

/** Answers the mentor who has it in their calendar now; undefined where nobody may hear of it. */
async function tellLeadOfVisit(tx: ScopeTx, news: VisitNews): Promise<string | undefined> {
  const { pursuit, wiring, visit, event, now } = news;
  const isOff = event === "cancelled" && pursuit.mentor_suspended_at !== null;
  // Every visit with a suspended lead is called off at once: that is one talk, not one for each.
  const about = isOff ? pursuit.pursuit_id : `${visit.id}:${visit.sequence}`;
  const lead = await reachLead(tx, { pursuit, news: `visit_${event}`, about, now });
  if (!lead) return undefined;
  await send(tx, news, {
    reader: "mentor",
    readerName: pursuit.mentor_name ?? "",
    studentFirstName: pursuit.student_outside_name,
    knowsPlace: true,
    to: { mail: lead.mail, language: lead.language, mentorId: lead.mentorId },
    link: `${wiring.env.origin}/mentor/pursuits/${pursuit.pursuit_id}`,
    task: lead.task,
  });
  return lead.mentorId;
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

interface Words {
  reader: "student" | "mentor" | "family";
  readerName: string;
  studentFirstName: string;
  knowsPlace: boolean;
  to: { mail: string | null | undefined; language: string; personId?: string; mentorId?: string };
  link: string;
}

interface Letter extends Words {
  /** What staff read whom no mail reaches; of the place no more than the reader may hear. */
  task: ReachedLead["task"] | { kind: "tell_family" | "tell_student"; props: Record<string, string | boolean> };
}

async function send(tx: ScopeTx, news: VisitNews, { task, ...words }: Letter): Promise<void> {
  const { pursuit, event } = news;
  const letter = letterOf(news, await getSchool(tx, pursuit.school_id), words);
  await mailOrAskStaff(
    tx,
    letter,
    "dedupeKey" in task
      ? task
      : {
          kind: task.kind,
          subject: { noun: "pursuit", id: pursuit.pursuit_id },
          props: { ...task.props, news: `visit_${event}` },
          dedupeKey: `${task.kind}:${toldOnce(news, words)}`,
        },
  );
}

/** A key for one thing that is said of a visit to one reader; whoever at the host gets it again hears it again. */
const toldOnce = ({ visit, event }: VisitNews, { reader, to }: Words) =>
  `${visit.id}:${visit.sequence}:${event}:${to.personId ?? to.mentorId}${
    reader === "mentor" && visit.host_changes > 0 ? `:${visit.host_changes}` : ""
  }`;

type SchoolWords = Omit<Awaited<ReturnType<typeof getSchool>>, "id">;

function letterOf(news: VisitNews, school: SchoolWords, words: Words) {
  const { wiring, pursuit, visit, event, now } = news;
  const { reader, readerName, studentFirstName, knowsPlace, to, link } = words;
  const told = { timeZone: school.time_zone, entryHost: entryHostOf(wiring, visit), now };
  return {
    kind: "visit-news" as const,
    props: {
      ...{ reader, readerName, studentFirstName, event },
      visitKind: visit.kind === "shadow_day" ? ("shadow_day" as const) : ("informational_interview" as const),
      about: knowsPlace ? aboutOf(pursuit, visit, told) : null,
      schoolName: school.name,
      helpName: school.help_name,
      helpPhone: school.help_phone,
      link,
    },
    to,
    schoolId: pursuit.school_id,
    dedupeKey: `visit-news:${pursuit.pursuit_id}:${toldOnce(news, words)}`,
    now,
  };
}

/** The name that was kept with the visit: an entry that went out under it is changed and cancelled under it. */
const entryHostOf = (wiring: Wiring, visit: Visit) => visit.entry_host ?? new URL(wiring.env.origin).hostname;

/** Everything that says where and when. The number of the entry grows with every change, also of who has it at the host. */
function aboutOf(
  pursuit: PursuitFacts,
  visit: Visit,
  { timeZone, entryHost, now }: { timeZone: string; entryHost: string; now: Date },
) {
  return {
    visitId: visit.id,
    entryHost,
    sequence: visit.sequence + visit.host_changes,
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
