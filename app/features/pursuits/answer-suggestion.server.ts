import type { Actor } from "~/domain/actor";
import { type Outcome, refused } from "~/domain/outcome";
import type { AdvanceRefusal } from "~/lifecycle.server";
import { withdrawInScope } from "~/steps/withdraw.server";
import type { Wiring } from "~/wiring";
import { lockPursuit } from "~db/pursuits.server";
import { withScope } from "~db/scope.server";
import { wantSuggestionInScope } from "./want-suggestion.server";

/** The student answers a suggestion. Staff who take it down for them use `recordAnswer`. */
export async function answerSuggestion(
  wiring: Wiring,
  actor: Actor,
  input: { pursuitId: string; answer: "want" | "no_thanks" },
): Promise<Outcome<{ from: string; to: string }, AdvanceRefusal>> {
  if (actor.kind !== "student") return refused("not_permitted");
  const now = wiring.clock.now();
  const { schoolId } = actor;
  const { pursuitId } = input;
  return withScope(wiring, actor, async (tx) => {
    const pursuit = await lockPursuit(tx, { schoolId, pursuitId });
    if (pursuit?.student_id !== actor.personId) return refused("not_found");
    if (pursuit.state !== "suggested") return refused("wrong_state", { state: pursuit.state });
    if (input.answer === "want") return wantSuggestionInScope(tx, wiring, { actor, pursuit });
    return withdrawInScope(tx, wiring, { actor, pursuit, because: "student_wish", reason: "no thanks", now });
  });
}
