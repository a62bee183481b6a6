import type { Wiring } from "~/wiring";
import type { Meeting } from "~db/meetings.server";
import { findNamesOf } from "~db/names-of.server";
import { findLanguageOf, findMailNamingPlaces, findMailOf } from "~db/people.server";
import { listRecordReaders } from "~db/record-readers.server";
import { getSchool } from "~db/schools.server";
import type { ScopeTx } from "~db/scope.server";
import { closeTasksWith } from "~db/staff-tasks.server";
import type { Advisee } from "./lock-advisee.server";
import { isMailed, mailOrAskStaff } from "./mail-or-ask.server";

export type MeetingEvent = "planned" | "moved" | "cancelled";

export interface MeetingNews {
  wiring: Wiring;
  schoolId: string;
  student: Advisee;
  /** As it is from now on. */
  meeting: Meeting;
  now: Date;
}

/** The host name in the identifiers of a meeting's calendar entries: that of its first one, whatever the product's address is now. */
export const entryHostOf = (wiring: Wiring, meeting: Meeting): string =>
  meeting.entry_host ?? new URL(wiring.env.origin).hostname;

/** What somebody was still to be told of a meeting in person is not so any more: it has changed, and whom it concerns is told that. */
export function closeOlderNews(tx: ScopeTx, { schoolId, student, meeting, now }: MeetingNews): Promise<void> {
  const keyPrefix = `meeting:${student.studentId}:${meeting.id}:`;
  return closeTasksWith(tx, { schoolId, keyPrefix, note: "The meeting has changed.", now });
}

/** Whom only a mailbox reaches that may not say where the student is, or none, staff tell in person. */
export async function tellStudentOfMeeting(tx: ScopeTx, news: MeetingNews, event: MeetingEvent): Promise<void> {
  const { schoolId, student, wiring } = news;
  const { studentId: personId, language, nameUsed: name } = student;
  const mail = await findMailNamingPlaces(tx, { schoolId, personId, on: student.today });
  const isShared = mail === undefined && (await findMailOf(tx, { schoolId, personId })) !== undefined;
  await send(tx, news, event, {
    ...{ reader: "student", readerName: name, studentFirstName: name, knowsPlace: true },
    to: { mail, language, personId },
    link: `${wiring.env.origin}/student`,
    task: { kind: "tell_student", props: isShared ? { household: true } : {} },
  });
}

/** Whoever of the staff meets the student has it in their calendar too; it stands on their page besides. */
export async function tellAdvisorOfMeeting(
  tx: ScopeTx,
  news: MeetingNews,
  event: MeetingEvent,
  personId = news.meeting.with_id,
): Promise<void> {
  const { schoolId, student, wiring } = news;
  const advisor = await findNamesOf(tx, { schoolId, personId });
  const mail = await findMailOf(tx, { schoolId, personId });
  const language = (await findLanguageOf(tx, { schoolId, personId })) ?? "en";
  if (!advisor || !isMailed({ mail, language })) return;
  await send(tx, news, event, {
    ...{ reader: "advisor", readerName: advisor.name_used, studentFirstName: student.nameUsed, knowsPlace: true },
    to: { mail, language, personId },
    link: `${wiring.env.origin}/advisor/meetings/${student.studentId}`,
    task: null,
  });
}

/**
 * The guardians who may see the student's records, where they are asked to come. Time and place, and with them the calendar entry,
 * reach only those who may know whereabouts, at an address that nobody opens who may not: the others are told whom to ask.
 */
export async function tellFamilyOfMeeting(tx: ScopeTx, news: MeetingNews, event: MeetingEvent): Promise<void> {
  const { schoolId, student, wiring } = news;
  const { studentId, today: on } = student;
  for (const reader of await listRecordReaders(tx, { schoolId, studentId, on })) {
    const { personId, language, mail, mayKnowWhereabouts, mailNamesPlaces } = reader;
    const to = { mail, language, personId };
    await send(tx, news, event, {
      ...{ reader: "family", readerName: reader.name, studentFirstName: student.outsideName },
      knowsPlace: isMailed(to) ? mailNamesPlaces : mayKnowWhereabouts,
      to,
      link: `${wiring.env.origin}/guardian`,
      task: { kind: "tell_family", props: mayKnowWhereabouts ? {} : { keepPlace: true } },
    });
  }
}

interface Letter {
  reader: "student" | "advisor" | "family";
  readerName: string;
  studentFirstName: string;
  knowsPlace: boolean;
  to: { mail: string | null | undefined; language: string; personId: string };
  link: string;
  /** What staff read whom no mail reaches; null for whoever is staff themselves. */
  task: { kind: "tell_family" | "tell_student"; props: Record<string, string | boolean> } | null;
}

async function send(
  tx: ScopeTx,
  { wiring, schoolId, student, meeting, now }: MeetingNews,
  event: MeetingEvent,
  { knowsPlace, to, task, ...letter }: Letter,
): Promise<void> {
  const school = await getSchool(tx, schoolId);
  const { studentId } = student;
  const about = `${studentId}:${meeting.id}:${meeting.sequence}:${event}:${to.personId}`;
  await mailOrAskStaff(
    tx,
    {
      kind: "meeting-news",
      props: {
        ...letter,
        event,
        advisorName: meeting.with_name,
        about: knowsPlace
          ? aboutOf(meeting, { timeZone: school.time_zone, entryHost: entryHostOf(wiring, meeting), now })
          : null,
        ...{ schoolName: school.name, helpName: school.help_name, helpPhone: school.help_phone },
      },
      to,
      schoolId,
      dedupeKey: `meeting-news:${about}`,
      now,
    },
    {
      kind: task?.kind ?? "tell_student",
      subject: { noun: "student", id: studentId },
      props: { ...task?.props, studentId, news: `meeting_${event}` },
      dedupeKey: `meeting:${about}`,
    },
  );
}

/** Everything that says where and when. */
function aboutOf(meeting: Meeting, { timeZone, entryHost, now }: { timeZone: string; entryHost: string; now: Date }) {
  return {
    meetingId: meeting.id,
    entryHost,
    sequence: meeting.sequence,
    saidAt: now.toISOString(),
    startsAt: new Date(meeting.starts_at).toISOString(),
    endsAt: new Date(meeting.ends_at).toISOString(),
    timeZone,
    place: meeting.place,
  };
}
