import { civilDate } from "~/clock";
import type { Wiring } from "~/wiring";
import { listAdvisorsOf } from "~db/advisories.server";
import { enqueueMail } from "~db/mails.server";
import { findMailOf, findPersonToWrite } from "~db/people.server";
import type { PursuitFacts } from "~db/pursuits.server";
import { getSchool } from "~db/schools.server";
import type { ScopeTx } from "~db/scope.server";
import type { MailProps } from "~emails/kinds";

interface News {
  wiring: Wiring;
  pursuit: PursuitFacts;
  event: MailProps<"advisor-news">["event"];
  now: Date;
}

/** Mails the student's advisor, and whoever covers that day, that who leads the student's place has changed. */
export async function tellAdvisors(tx: ScopeTx, { wiring, pursuit, event, now }: News): Promise<void> {
  const { school_id: schoolId, pursuit_id: pursuitId, student_id: studentId } = pursuit;
  const school = await getSchool(tx, schoolId);
  const on = civilDate(now, school.time_zone);
  for (const { id: personId } of await listAdvisorsOf(tx, { schoolId, studentId, on })) {
    const person = await findPersonToWrite(tx, { schoolId, personId, on });
    const mail = await findMailOf(tx, { schoolId, personId });
    if (!person || !mail) continue;
    await enqueueMail(tx, {
      kind: "advisor-news",
      props: {
        readerName: person.name_used,
        studentFirstName: pursuit.student_name,
        placementTitle: pursuit.title,
        organisationName: pursuit.organisation_name,
        event,
        ...{ schoolName: school.name, helpName: school.help_name, helpPhone: school.help_phone },
        link: `${wiring.env.origin}/advisor/pursuits/${pursuitId}`,
      },
      to: { mail, language: person.language, personId },
      schoolId,
      dedupeKey: `advisor-news:${pursuitId}:${event}:${personId}:${now.getTime()}`,
      now,
    });
  }
}
