import type { StaffActor } from "~/domain/actor";
import type { Wiring } from "~/wiring";
import { findOrganisationRows } from "~db/merged-organisations.server";
import { findMailOfMentor, findMentor } from "~db/people.server";
import { getSchool } from "~db/schools.server";
import type { ScopeTx } from "~db/scope.server";
import { closeTasksOf } from "~db/staff-tasks.server";
import type { MailProps } from "~emails/kinds";
import { mailOrAskStaff } from "./mail-or-ask.server";

interface Told {
  actor: StaffActor;
  departureId: string;
  mentorId: string;
  organisationId: string;
  lastDay: string;
  event: MailProps<"mentor-leaving">["event"];
  now: Date;
}

/**
 * Mails a mentor that a coordinator has written down their last day at an organisation, or has taken that back: nobody loses their way
 * in in secret. Whom no mail reaches staff tell, the newest of the two. Somebody who is suspended is told nothing.
 */
export async function tellMentorLeaving(tx: ScopeTx, wiring: Wiring, told: Told): Promise<void> {
  const { actor, departureId, mentorId, organisationId, lastDay, event, now } = told;
  const { schoolId, districtId } = actor;
  const mentor = await findMentor(tx, { districtId, mentorId });
  if (!mentor || mentor.suspended_at !== null) return;
  const school = await getSchool(tx, schoolId);
  const organisation = (await findOrganisationRows(tx, { districtId, ids: [organisationId] })).get(
    organisationId,
  )?.name;
  const dedupeKey = `tell_host:leaving:${departureId}`;
  await closeTasksOf(tx, { schoolId, dedupeKey, note: "There is newer news.", now });
  await mailOrAskStaff(
    tx,
    {
      kind: "mentor-leaving",
      props: {
        mentorName: mentor.name_used,
        mentorPlace: organisation ?? "",
        mentorLastDay: lastDay,
        event,
        ...{ schoolName: school.name, helpName: school.help_name, helpPhone: school.help_phone },
        link: `${wiring.env.origin}/mentor/leaving`,
      },
      to: { mail: await findMailOfMentor(tx, { districtId, mentorId }), language: mentor.language, mentorId },
      schoolId,
      dedupeKey: `mentor-leaving:${departureId}:${event}`,
      now,
    },
    {
      kind: "tell_host",
      subject: { noun: "mentor", id: mentorId },
      props: { organisation: organisation ?? "", mentorId, news: `leaving_${event}`, why: "no_mail" },
      dedupeKey,
    },
  );
}
