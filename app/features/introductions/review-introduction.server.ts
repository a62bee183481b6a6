import type { Actor } from "~/domain/actor";
import { done, type Outcome, refused } from "~/domain/outcome";
import { mayDecidePursuits } from "~/domain/pursuit/policy";
import { type AdvanceRefusal, advance } from "~/lifecycle.server";
import type { Wiring } from "~/wiring";
import { withScope } from "~db/scope.server";

/**
 * A coordinator corrects what was told about somebody, mostly a mail address that they learned on the phone, and the
 * introduction is theirs from now on.
 */
export async function reviewIntroduction(
  wiring: Wiring,
  actor: Actor,
  input: { introductionId: string; mentorMail: string; mentorLanguage: string },
): Promise<Outcome<null, AdvanceRefusal | "no_mail">> {
  if (actor.kind !== "staff" || !mayDecidePursuits(actor)) return refused("not_permitted");
  const mail = input.mentorMail.trim().toLowerCase();
  if (mail === "") return refused("no_mail");
  return withScope(wiring, actor, async (tx) => {
    const moved = await advance(tx, {
      actor,
      noun: "introduction",
      id: input.introductionId,
      move: "review",
      met: [],
      notices: {},
      set: { mentor_mail: mail, mentor_language: input.mentorLanguage, reviewed_by: actor.personId },
      now: wiring.clock.now(),
    });
    return moved.ok ? done(null) : moved;
  });
}
