import { civilDate } from "~/clock";
import { isCoordinator } from "~/domain/actor";
import { toldState } from "~/domain/introduction/told-state";
import type { Wiring } from "~/wiring";
import { listAdvisoryStudents } from "~db/advisories.server";
import { listSchoolStudents } from "~db/families.server";
import { listIntroductions, listWhatBecame } from "~db/introductions.server";
import { listChildren } from "~db/people.server";
import { getSchool } from "~db/schools.server";
import { type ScopeTx, withScope } from "~db/scope.server";
import type { Proposer } from "./propose-introduction.server";

/**
 * What the proposer's page shows: their own earlier introductions by status (without a name to the
 * bearer of a link, who may not be the proposer), the students they may name, and in which role
 * they propose, because the form asks each for something else.
 */
export async function openProposal(wiring: Wiring, actor: Proposer) {
  const { schoolId, personId } = actor;
  const proposesAs = actor.kind === "link" ? "guardian" : actor.kind;
  return withScope(wiring, actor, async (tx) => {
    const school = await getSchool(tx, schoolId);
    const on = civilDate(wiring.clock.now(), school.time_zone);
    const own = personId ? await listIntroductions(tx, { schoolId, proposedBy: personId }) : [];
    const joined = own.flatMap(({ joined_to: first }) => first ?? []);
    const firsts = await listWhatBecame(tx, { schoolId, introductionIds: joined });
    const students = personId ? await listNameable(tx, { ...actor, personId }, on) : [];
    return {
      own: own.map((introduction) => ({
        id: introduction.id,
        name: actor.kind === "link" ? "" : introduction.mentor_name,
        state: toldState(
          introduction,
          firsts.find(({ id }) => id === introduction.joined_to),
        ),
        proposedAt: introduction.created_at,
        isRecorded: introduction.recorded_by !== null,
      })),
      timeZone: school.time_zone,
      students,
      proposesAs,
      languages: [...new Set([...school.languages, "en"])],
      schoolName: school.name,
    };
  });
}

/** A guardian names their children, a coordinator any student of the school, an advisor their own; a student only themselves. */
async function listNameable(
  tx: ScopeTx,
  actor: Proposer & { personId: string },
  on: string,
): Promise<{ id: string; name: string }[]> {
  const { schoolId, personId } = actor;
  if (actor.kind === "student") return [];
  if (actor.kind !== "staff") {
    const children = await listChildren(tx, { schoolId, guardianId: personId, on });
    return children
      .filter((child) => !child.rights_undecided)
      .map((child) => ({ id: child.student_id, name: child.name_used }));
  }
  const students = isCoordinator(actor)
    ? await listSchoolStudents(tx, { schoolId, on })
    : await listAdvisoryStudents(tx, { schoolId, staffId: personId, on });
  return students.map((student) => ({ id: student.student_id, name: student.full_name }));
}
