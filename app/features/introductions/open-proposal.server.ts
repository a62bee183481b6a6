import { civilDate } from "~/clock";
import type { GuardianActor, LinkActor, StaffActor, StudentActor } from "~/domain/actor";
import type { Wiring } from "~/wiring";
import { listIntroductions } from "~db/introductions.server";
import { listChildren } from "~db/people.server";
import { getSchool } from "~db/schools.server";
import { withScope } from "~db/scope.server";

/** What the proposer's page shows: their own earlier introductions by status, and the children they may name. */
export async function openProposal(wiring: Wiring, actor: GuardianActor | StudentActor | StaffActor | LinkActor) {
  const { schoolId, personId } = actor;
  return withScope(wiring, actor, async (tx) => {
    const school = await getSchool(tx, schoolId);
    const on = civilDate(wiring.clock.now(), school.time_zone);
    const own = personId ? await listIntroductions(tx, { schoolId, proposedBy: personId }) : [];
    const isFamily = actor.kind === "guardian" || actor.kind === "link";
    const children = isFamily && personId ? await listChildren(tx, { schoolId, guardianId: personId, on }) : [];
    return {
      own: own.map((introduction) => ({
        id: introduction.id,
        name: introduction.mentor_name,
        state: introduction.state,
      })),
      children: children.map((child) => ({ id: child.student_id, name: child.name_used })),
      languages: [...new Set([...school.languages, "en"])],
      schoolName: school.name,
    };
  });
}
