import type { Actor } from "~/domain/actor";
import { done, type Outcome, refused } from "~/domain/outcome";
import { mayDecidePursuits } from "~/domain/pursuit/policy";
import type { Wiring } from "~/wiring";
import { findIntroduction, type IntroductionFacts } from "~db/introductions.server";
import { findMentorByMail } from "~db/organisations.server";
import { withScope } from "~db/scope.server";

/** One introduction for the coordinator's review, with whether the address is a mentor of the district already. */
export async function openIntroduction(
  wiring: Wiring,
  actor: Actor,
  input: { introductionId: string },
): Promise<Outcome<{ introduction: IntroductionFacts; isKnown: boolean }, "not_permitted" | "not_found">> {
  if (actor.kind !== "staff" || !mayDecidePursuits(actor)) return refused("not_permitted");
  return withScope(wiring, actor, async (tx) => {
    const introduction = await findIntroduction(tx, { schoolId: actor.schoolId, introductionId: input.introductionId });
    if (!introduction) return refused("not_found");
    const { mentor_mail: mail } = introduction;
    const known = mail === "" ? undefined : await findMentorByMail(tx, { districtId: actor.districtId, mail });
    return done({ introduction, isKnown: known !== undefined && introduction.mentor_id === null });
  });
}
