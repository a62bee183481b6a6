import { daysLater } from "~/clock";
import { REVIEW_WITHIN_DAYS } from "~/domain/introduction/deadlines";
import { inEachSchool } from "~/steps/each-school.server";
import type { Wiring } from "~/wiring";
import { listIntroductions } from "~db/introductions.server";
import { withScope } from "~db/scope.server";
import { tellCoordinators } from "./tell-coordinators.server";

/** By the clock: coordinators hear once more, and never again, of somebody who waits for them for a month. Answers how many wait. */
export function remindReviewers(wiring: Wiring): Promise<number> {
  return inEachSchool(wiring, "remind-reviewers", (actor) => {
    const now = wiring.clock.now();
    const before = daysLater(now, -REVIEW_WITHIN_DAYS);
    return withScope(wiring, actor, async (tx) => {
      const waiting = await listIntroductions(tx, { schoolId: actor.schoolId, states: ["submitted", "in_review"] });
      const late = waiting.filter((introduction) => new Date(introduction.created_at) <= before);
      for (const introduction of late) await tellCoordinators(tx, wiring, { introduction, event: "waiting", now });
      return late.length;
    });
  });
}
