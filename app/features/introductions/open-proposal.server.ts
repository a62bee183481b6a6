import { civilDate } from "~/clock";
import type { Wiring } from "~/wiring";
import { listIntroductions } from "~db/introductions.server";
import { listChildren } from "~db/people.server";
import { getSchool } from "~db/schools.server";
import { withScope } from "~db/scope.server";
import type { Proposer } from "./propose-introduction.server";

/**
 * What the proposer's page shows: their own earlier introductions by status, the children they may name, and in which role
 * they propose, because the form asks a student and staff for less.
 */
export async function openProposal(wiring: Wiring, actor: Proposer) {
  const { schoolId, personId } = actor;
  const proposesAs = actor.kind === "link" ? "guardian" : actor.kind;
  return withScope(wiring, actor, async (tx) => {
    const school = await getSchool(tx, schoolId);
    const on = civilDate(wiring.clock.now(), school.time_zone);
    const own = personId ? await listIntroductions(tx, { schoolId, proposedBy: personId }) : [];
    const children =
      personId && proposesAs === "guardian" ? await listChildren(tx, { schoolId, guardianId: personId, on }) : [];
    return {
      own: own.map((introduction) => ({
        id: introduction.id,
        name: introduction.mentor_name,
        state: introduction.state,
      })),
      children: children.map((child) => ({ id: child.student_id, name: child.name_used })),
      proposesAs,
      languages: [...new Set([...school.languages, "en"])],
      schoolName: school.name,
    };
  });
}
