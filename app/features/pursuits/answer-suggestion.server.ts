import { daysLater } from "~/clock";
import type { Actor } from "~/domain/actor";
import { type Outcome, refused } from "~/domain/outcome";
import { advance, type AdvanceRefusal } from "~/lifecycle.server";
import { contactHostWhenReady } from "~/steps/contact-host.server";
import { tellCoordinators } from "~/steps/tell.server";
import { withdrawInScope } from "~/steps/withdraw.server";
import type { Wiring } from "~/wiring";
import { findPursuit } from "~db/pursuits.server";
import { getSettings } from "~db/schools.server";
import { withScope } from "~db/scope.server";
import { openGatesAndAsk } from "./approve-pursuit.server";

/** The student answers a suggestion. "I want to try this" is the request: from here on guardians are asked. */
export async function answerSuggestion(
  wiring: Wiring,
  actor: Actor,
  input: { pursuitId: string; answer: "want" | "no_thanks" },
): Promise<Outcome<{ from: string; to: string }, AdvanceRefusal>> {
  if (actor.kind !== "student") return refused("not_permitted");
  const now = wiring.clock.now();
  return withScope(wiring, actor, async (tx) => {
    const pursuit = await findPursuit(tx, { schoolId: actor.schoolId, pursuitId: input.pursuitId });
    if (!pursuit || pursuit.student_id !== actor.personId) return refused("not_found");
    if (pursuit.state !== "suggested") return refused("wrong_state", { state: pursuit.state });
    if (input.answer === "no_thanks") return withdrawInScope(tx, wiring, { actor, pursuit, reason: "no thanks", now });
    const settings = await getSettings(tx, actor.schoolId);
    const moved = await advance(tx, {
      actor,
      noun: "pursuit",
      id: input.pursuitId,
      move: "want",
      met: [],
      notices: {
        "guardian-request": async () => void (await openGatesAndAsk(tx, wiring, { actor, pursuit, now })),
        coordinators: () => tellCoordinators(tx, { wiring, pursuit, event: "wants_suggestion", now }),
      },
      set: {
        student_asked_at: now.toISOString(),
        expires_at: daysLater(now, settings.approvalDays).toISOString(),
        updated_at: now.toISOString(),
      },
      now,
    });
    if (moved.ok) await contactHostWhenReady(tx, wiring, { actor, pursuitId: input.pursuitId, now });
    return moved;
  });
}
