import { civilDate } from "~/clock";
import { ENDORSEMENT } from "~/domain/pursuit/endorsement";
import type { Wiring } from "~/wiring";
import { listAdvisorsOf } from "~db/advisories.server";
import { insertGates } from "~db/gates.server";
import { enqueueMail } from "~db/mails.server";
import { findMailOf, findPersonToWrite } from "~db/people.server";
import type { PursuitFacts } from "~db/pursuits.server";
import { getSchool } from "~db/schools.server";
import type { ScopeTx } from "~db/scope.server";

/**
 * A request waits for the student's advisor: the gate opens, and the advisor and whoever covers that day are mailed. A student
 * without one waits for nobody, so the request is the coordinators' at once.
 */
export async function askForEndorsement(
  tx: ScopeTx,
  wiring: Wiring,
  { pursuit, now }: { pursuit: PursuitFacts; now: Date },
): Promise<void> {
  const { school_id: schoolId, pursuit_id: pursuitId, student_id: studentId } = pursuit;
  const school = await getSchool(tx, schoolId);
  const on = civilDate(now, school.time_zone);
  const advisors = await listAdvisorsOf(tx, { schoolId, studentId, on });
  if (advisors.length === 0) return;
  await insertGates(tx, { schoolId, pursuitId, gates: [ENDORSEMENT] });
  for (const { id: personId } of advisors) {
    const person = await findPersonToWrite(tx, { schoolId, personId, on });
    const mail = await findMailOf(tx, { schoolId, personId });
    if (!person || !mail) continue;
    await enqueueMail(tx, {
      kind: "endorsement-asked",
      props: {
        readerName: person.name_used,
        studentFirstName: pursuit.student_name,
        placementTitle: pursuit.title,
        organisationName: pursuit.organisation_name,
        ...{ schoolName: school.name, helpName: school.help_name, helpPhone: school.help_phone },
        link: `${wiring.env.origin}/advisor`,
      },
      to: { mail, language: person.language, personId },
      schoolId,
      dedupeKey: `endorsement-asked:${pursuitId}:${personId}`,
      now,
    });
  }
}
