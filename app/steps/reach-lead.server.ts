import { findMailOfMentor } from "~db/people.server";
import type { PursuitFacts } from "~db/pursuits.server";
import type { ScopeTx } from "~db/scope.server";
import { closeTasksOf, type NewStaffTask, openTask } from "~db/staff-tasks.server";
import { findLeadSeat, type LeadSeat } from "./lead-seat.server";

/** Why staff talk with a host themselves. */
export type Unreached = Exclude<LeadSeat, "seated"> | "no_mail";

interface HostNews {
  pursuit: PursuitFacts;
  /** A key of `home:tasks.hostNews`. */
  news: string;
  /** What tells this news from every other, also from the same of another visit. */
  about: string;
  now: Date;
}

export interface ReachedLead {
  mentorId: string;
  language: string;
  /** Undefined where none takes mail: then staff have the task. */
  mail: string | undefined;
  task: Pick<NewStaffTask, "kind" | "subject" | "props" | "dedupeKey">;
}

/**
 * The lead mentor of a pursuit whose host was contacted, where they may hear of the student, with the task for staff where no mail
 * reaches them. Where they may not hear of the student, staff get a task that says why. Undefined then, and where no host ever heard
 * of the student.
 */
export async function reachLead(tx: ScopeTx, told: HostNews): Promise<ReachedLead | undefined> {
  const { contacted_at: contactedAt, district_id: districtId, lead_mentor_id: mentorId } = told.pursuit;
  if (contactedAt === null) return undefined;
  const seat = await findLeadSeat(tx, told.pursuit);
  if (seat !== "seated" || !mentorId) {
    await askStaffToTalk(tx, { ...told, why: seat === "seated" ? "nobody" : seat });
    return undefined;
  }
  const language = told.pursuit.mentor_language ?? "en";
  const mail = await findMailOfMentor(tx, { districtId, mentorId });
  return { mentorId, language, mail, task: hostTask(told, "no_mail") };
}

/** What somebody wants that waits for a lead who may not hear of the student yet. */
export type Wanted = "wants_contact" | "wants_offer" | "takes_offer";

/** What was waited for has happened, or cannot happen any more: nobody has to talk with the host about it. */
export async function closeWanted(
  tx: ScopeTx,
  { pursuit, wanted, note, now }: { pursuit: PursuitFacts; wanted: readonly Wanted[]; note: string; now: Date },
): Promise<void> {
  const { school_id: schoolId, pursuit_id: pursuitId } = pursuit;
  for (const news of wanted) await closeTasksOf(tx, { schoolId, dedupeKey: hostTaskKey(pursuitId, news), note, now });
}

const hostTaskKey = (about: string, news: string) => `tell_host:${about}:${news}`;

/** A task to talk with a host to whom nothing may be said or written about the student. */
export async function askStaffToTalk(tx: ScopeTx, { why, ...told }: HostNews & { why: Unreached }): Promise<void> {
  await openTask(tx, { ...hostTask(told, why), schoolId: told.pursuit.school_id, now: told.now });
}

/** The task knows ids and no names of people. */
function hostTask({ pursuit, news, about }: HostNews, why: Unreached): ReachedLead["task"] {
  const { lead_mentor_id: mentorId } = pursuit;
  return {
    kind: "tell_host",
    subject: { noun: "pursuit", id: pursuit.pursuit_id },
    props: {
      ...{ title: pursuit.title, organisation: pursuit.organisation_name, studentId: pursuit.student_id, news, why },
      ...(mentorId ? { mentorId } : {}),
    },
    dedupeKey: hostTaskKey(about, news),
  };
}
