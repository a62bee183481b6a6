import { civilDate } from "~/clock";
import type { Wiring } from "~/wiring";
import { enqueueMail } from "~db/mails.server";
import { findMailNamingPlaces, findMailOf, listCoordinators } from "~db/people.server";
import type { PursuitFacts } from "~db/pursuits.server";
import { getSchool } from "~db/schools.server";
import type { ScopeTx } from "~db/scope.server";
import { closeTasksOf } from "~db/staff-tasks.server";
import { isMailed, mailOrAskStaff } from "./mail-or-ask.server";
import { reachLead } from "./reach-lead.server";

/** What has happened, in the words of the status line a reader sees. */
export type StudentNews =
  | "approved"
  | "declined"
  | "suggested"
  | "contacted"
  | "offered"
  | "not_taken"
  | "completed"
  | "expired"
  | "withdrawn"
  | "consent_given"
  | "not_possible_now"
  | "answer_recorded"
  | "lead_left"
  | "lead_new";

interface News<Event extends string> {
  wiring: Wiring;
  pursuit: PursuitFacts;
  event: Event;
  now: Date;
}

/**
 * Mails a student the new status of a pursuit. Whom only a mailbox reaches that may not say where the student is
 * (`findMailNamingPlaces`), or none, staff tell in person: of each pursuit the newest, and beside it the newest of who leads it, which
 * answers no question that still waits.
 */
export async function tellStudent(tx: ScopeTx, { wiring, pursuit, event, now }: News<StudentNews>): Promise<void> {
  const { id: schoolId, ...school } = await getSchool(tx, pursuit.school_id);
  const { pursuit_id: pursuitId, student_id: personId, title, organisation_name: organisation } = pursuit;
  const on = civilDate(now, school.time_zone);
  const mail = await findMailNamingPlaces(tx, { schoolId, personId, on });
  const isShared = mail === undefined && (await findMailOf(tx, { schoolId, personId })) !== undefined;
  const [newest, ofLead] = [`tell_student:${pursuitId}`, `tell_student:${pursuitId}:lead`];
  const isOfLead = event === "lead_new" || event === "lead_left";
  for (const dedupeKey of isOfLead ? [ofLead] : [newest, ofLead])
    await closeTasksOf(tx, { schoolId, dedupeKey, note: "There is newer news.", now });
  await mailOrAskStaff(
    tx,
    {
      kind: "student-status",
      props: {
        studentFirstName: pursuit.student_name,
        placementTitle: title,
        organisationName: organisation,
        status: event,
        schoolName: school.name,
        helpName: school.help_name,
        helpPhone: school.help_phone,
        link: `${wiring.env.origin}/student/pursuits/${pursuitId}`,
      },
      to: { mail, language: pursuit.student_language, personId },
      schoolId,
      dedupeKey: `student-status:${pursuitId}:${event}:${now.getTime()}`,
      now,
    },
    {
      kind: "tell_student",
      subject: { noun: "pursuit", id: pursuitId },
      props: {
        news: `status_${event}`,
        title,
        organisation,
        ...(isShared ? { household: true } : {}),
      },
      dedupeKey: isOfLead ? ofLead : newest,
    },
  );
}

export type StaffNews =
  | "offered"
  | "turned_down"
  | "question"
  | "accepted"
  | "offer_refused"
  | "withdrawn"
  | "wants_suggestion"
  | "consent_refused"
  | "message_held"
  | "message_late";

/** Mails the school's coordinators what happened to a pursuit. */
export async function tellCoordinators(tx: ScopeTx, { wiring, pursuit, event, now }: News<StaffNews>): Promise<void> {
  const { id: schoolId, time_zone: timeZone } = await getSchool(tx, pursuit.school_id);
  const coordinators = await listCoordinators(tx, { schoolId, on: civilDate(now, timeZone) });
  const reached = coordinators.map((row) => ({
    ...{ personId: row.person_id, nameUsed: row.name_used, language: row.language, mail: row.mail },
  }));
  await tellStaff(tx, { wiring, pursuit, event, now, reached });
}

interface Reached {
  personId: string;
  nameUsed: string;
  language: string;
  mail: string;
}

/** Mails some of the school's coordinators and admins what happened to a pursuit. */
export async function tellStaff(
  tx: ScopeTx,
  { wiring, pursuit, event, now, reached }: News<StaffNews> & { reached: readonly Reached[] },
): Promise<void> {
  const school = await getSchool(tx, pursuit.school_id);
  for (const { personId, nameUsed, language, mail } of reached) {
    await enqueueMail(tx, {
      kind: "pursuit-news",
      props: {
        coordinatorName: nameUsed,
        studentFirstName: pursuit.student_name,
        placementTitle: pursuit.title,
        organisationName: pursuit.organisation_name,
        event,
        schoolName: school.name,
        helpName: school.help_name,
        helpPhone: school.help_phone,
        link: `${wiring.env.origin}/coordinator/pursuits/${pursuit.pursuit_id}`,
      },
      to: { mail, language, personId },
      schoolId: school.id,
      dedupeKey: `pursuit-news:${pursuit.pursuit_id}:${event}:${personId}:${now.getTime()}`,
      now,
    });
  }
}

export type MentorNews = "accepted" | "offer_refused" | "withdrawn" | "expired" | "answer_recorded" | "leads_now";

/**
 * Mails the lead mentor about a pursuit they were contacted about, or asks staff to call them; says nothing to a host who never heard
 * of it. The link is their page, or what `linkOf` makes for who may never have signed in.
 */
export async function tellMentor(
  tx: ScopeTx,
  { wiring, pursuit, event, now, linkOf }: News<MentorNews> & { linkOf?: (mentorId: string) => Promise<string> },
): Promise<void> {
  const lead = await reachLead(tx, { pursuit, news: event, about: pursuit.pursuit_id, now });
  if (!lead) return;
  const school = await getSchool(tx, pursuit.school_id);
  const { mail, language, mentorId, task } = lead;
  const ownPage = `${wiring.env.origin}/mentor/pursuits/${pursuit.pursuit_id}`;
  await mailOrAskStaff(
    tx,
    {
      kind: "mentor-status",
      props: {
        mentorName: pursuit.mentor_name ?? "",
        studentFirstName: pursuit.student_outside_name,
        placementTitle: pursuit.title,
        status: event,
        schoolName: school.name,
        helpName: school.help_name,
        helpPhone: school.help_phone,
        // Who reads it on paper has no use for a link.
        link: linkOf && isMailed(lead) ? await linkOf(mentorId) : ownPage,
      },
      to: { mail, language, mentorId },
      schoolId: pursuit.school_id,
      dedupeKey: `mentor-status:${pursuit.pursuit_id}:${event}:${now.getTime()}`,
      now,
    },
    task,
  );
}
