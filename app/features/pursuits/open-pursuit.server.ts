import { civilDate } from "~/clock";
import type { StaffActor, StudentActor } from "~/domain/actor";
import { done, type Outcome, refused } from "~/domain/outcome";
import { mayReadPursuit } from "~/domain/pursuit/policy";
import type { Wiring } from "~/wiring";
import { listActs } from "~db/audit.server";
import { isInAdvisoryOf } from "~db/advisories.server";
import { listConsents } from "~db/consents.server";
import { listStudentInterests } from "~db/people.server";
import { findPursuit, listGates } from "~db/pursuits.server";
import { getSchool } from "~db/schools.server";
import { withScope } from "~db/scope.server";

/** One pursuit as staff of the school or the student may see it; the page decides what of it each of them reads. */
export async function openPursuit(wiring: Wiring, actor: StaffActor | StudentActor, input: { pursuitId: string }) {
  const { schoolId } = actor;
  return withScope(wiring, actor, async (tx): Promise<Outcome<PursuitPage, "not_found">> => {
    const pursuit = await findPursuit(tx, { schoolId, pursuitId: input.pursuitId });
    if (!pursuit) return refused("not_found");
    const school = await getSchool(tx, schoolId);
    const on = civilDate(wiring.clock.now(), school.time_zone);
    const inOwnAdvisory = await isInAdvisoryOf(tx, { schoolId, studentId: pursuit.student_id, staffId: actor.personId, on });
    if (!mayReadPursuit(actor, { studentId: pursuit.student_id, inOwnAdvisory })) return refused("not_found");
    const consents = await listConsents(tx, { schoolId, studentId: pursuit.student_id });
    return done({
      pursuit,
      gates: await listGates(tx, { schoolId, pursuitId: input.pursuitId }),
      consents: consents.filter((consent) => consent.pursuit_id === null || consent.pursuit_id === input.pursuitId),
      interests: await listStudentInterests(tx, { schoolId, studentId: pursuit.student_id }),
      acts: await listActs(tx, { schoolId, noun: "pursuit", nounId: input.pursuitId }),
      school: { name: school.name, timeZone: school.time_zone, helpName: school.help_name, helpPhone: school.help_phone },
      today: on,
    });
  });
}

export interface PursuitPage {
  pursuit: NonNullable<Awaited<ReturnType<typeof findPursuit>>>;
  gates: Awaited<ReturnType<typeof listGates>>;
  consents: Awaited<ReturnType<typeof listConsents>>;
  interests: Awaited<ReturnType<typeof listStudentInterests>>;
  acts: Awaited<ReturnType<typeof listActs>>;
  school: { name: string; timeZone: string; helpName: string; helpPhone: string };
  /** The civil date where the school is. */
  today: string;
}
