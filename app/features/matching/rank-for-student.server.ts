import type { Actor } from "~/domain/actor";
import { placeInPlan } from "~/domain/matching/place-in-plan";
import { rankPlacementsFor } from "~/domain/matching/rank";
import { done, refused } from "~/domain/outcome";
import { mayDecidePursuits } from "~/domain/pursuit/policy";
import { gatherEvidence } from "~/steps/match-evidence.server";
import type { Wiring } from "~/wiring";
import { listListingTitles } from "~db/matches.server";
import { findStudent } from "~db/people.server";
import { withScope } from "~db/scope.server";
import { findBoardPairs } from "./board-pairs.server";

/** Rows shown of a ranking. */
const SHOWN = 30;

/** The placements of the school for one student, best first, each with its reasons; and what stands in the way of the rest. */
export async function rankForStudent(wiring: Wiring, actor: Actor, input: { studentId: string }) {
  if (actor.kind !== "staff" || !mayDecidePursuits(actor)) return refused("not_permitted");
  const { schoolId, districtId } = actor;
  return withScope(wiring, actor, async (tx) => {
    const person = await findStudent(tx, { schoolId, studentId: input.studentId });
    if (!person) return refused("not_found");
    const evidence = await gatherEvidence(tx, {
      schoolId,
      districtId,
      now: wiring.clock.now(),
      studentId: input.studentId,
    });
    const student = evidence.students[0];
    if (!student) return refused("not_found");
    const { context } = evidence;
    const { ranked, blocked, eligibleCount } = rankPlacementsFor({
      student,
      placements: evidence.placements,
      context,
      limit: SHOWN,
    });
    const board = await findBoardPairs(tx, schoolId);
    const inPlan = new Map(
      evidence.placements.map((placement) => [
        placement.listingId,
        placeInPlan(student.id, placement, board?.pairs ?? [], board?.mode),
      ]),
    );
    const titles = new Map((await listListingTitles(tx, schoolId)).map((listing) => [listing.id, listing]));
    return done({
      student: { id: person.id, name: person.full_name, grade: person.grade },
      interests: student.interests,
      ranked,
      blocked,
      eligibleCount,
      titles,
      inPlan,
      planned: board !== null,
    });
  });
}
