import { civilDate } from "~/clock";
import type { Actor } from "~/domain/actor";
import { done, type Outcome, refused } from "~/domain/outcome";
import { mayDecidePursuits } from "~/domain/pursuit/policy";
import type { Wiring } from "~/wiring";
import { findIntroduction, type IntroductionFacts } from "~db/introductions.server";
import { findKnownMentor, type KnownMentor } from "~db/known-mentors.server";
import { getSchool } from "~db/schools.server";
import { withScope } from "~db/scope.server";
import { findObstacle, type Obstacle } from "./find-obstacle.server";

export interface IntroductionReview {
  introduction: IntroductionFacts;
  /** The mentor of the district whom the address reaches already; null for the one this introduction made. */
  known: KnownMentor | null;
  obstacle: Obstacle | null;
  languages: readonly string[];
}

/** One introduction for the coordinator's review, with what the district knows of the address. */
export async function openIntroduction(
  wiring: Wiring,
  actor: Actor,
  { introductionId }: { introductionId: string },
): Promise<Outcome<IntroductionReview, "not_permitted" | "not_found">> {
  if (actor.kind !== "staff" || !mayDecidePursuits(actor)) return refused("not_permitted");
  const { schoolId, districtId } = actor;
  return withScope(wiring, actor, async (tx) => {
    const introduction = await findIntroduction(tx, { schoolId, introductionId });
    if (!introduction) return refused("not_found");
    const school = await getSchool(tx, schoolId);
    const on = civilDate(wiring.clock.now(), school.time_zone);
    const known = await findKnownMentor(tx, { districtId, mail: introduction.mentor_mail, on });
    return done({
      introduction,
      known: known && introduction.mentor_id === null ? known : null,
      obstacle: (await findObstacle(tx, { introduction, known })) ?? null,
      languages: [...new Set([...school.languages, "en"])],
    });
  });
}
