import { civilDate } from "~/clock";
import type { Wiring } from "~/wiring";
import type { IntroductionFacts } from "~db/introductions.server";
import { enqueueMail } from "~db/mails.server";
import { listCoordinators } from "~db/people.server";
import { getSchool } from "~db/schools.server";
import type { ScopeTx } from "~db/scope.server";

interface News {
  introduction: IntroductionFacts;
  event: "submitted" | "accepted" | "waiting";
  now: Date;
}

/** Mails the school's coordinators that somebody was proposed, or said yes; once each. */
export async function tellCoordinators(tx: ScopeTx, wiring: Wiring, { introduction, event, now }: News): Promise<void> {
  const school = await getSchool(tx, introduction.school_id);
  for (const coordinator of await listCoordinators(tx, { schoolId: school.id, on: civilDate(now, school.time_zone) })) {
    await enqueueMail(tx, {
      kind: "introduction-news",
      props: {
        coordinatorName: coordinator.name_used,
        mentorName: introduction.mentor_name,
        event,
        schoolName: school.name,
        helpName: school.help_name,
        helpPhone: school.help_phone,
        link: `${wiring.env.origin}/coordinator/introductions/${introduction.id}`,
      },
      to: { mail: coordinator.mail, language: coordinator.language, personId: coordinator.person_id },
      schoolId: school.id,
      dedupeKey: `introduction-news:${introduction.id}:${event}:${coordinator.person_id}`,
      now,
    });
  }
}
