import { civilDate, daysLater } from "~/clock";
import type { Actor } from "~/domain/actor";
import { type Outcome, refused } from "~/domain/outcome";
import { type AdvanceRefusal, advance } from "~/lifecycle.server";
import { arrangeSupport } from "~/steps/arrange-support.server";
import { askForConsent } from "~/steps/ask-for-consent.server";
import { contactHostWhenReady } from "~/steps/contact-host.server";
import { openGates } from "~/steps/gates.server";
import { tellCoordinators } from "~/steps/tell.server";
import { withdrawInScope } from "~/steps/withdraw.server";
import type { Wiring } from "~/wiring";
import { lockListing } from "~db/listings.server";
import { lockPursuit } from "~db/pursuits.server";
import { getSchool, getSettings } from "~db/schools.server";
import { withScope } from "~db/scope.server";

/** The student answers a suggestion. "I want to try this" is the request: from here on guardians are asked. */
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
    if (input.answer === "no_thanks")
      return withdrawInScope(tx, wiring, { actor, pursuit, because: "student_wish", reason: "no thanks", now });
    const listing = await lockListing(tx, { schoolId, listingId: pursuit.listing_id });
    const settings = await getSettings(tx, schoolId);
    const moved = await advance(tx, {
      actor,
      noun: "pursuit",
      id: pursuitId,
      move: "want",
      met: listing?.state === "published" ? ["listing_open"] : [],
      notices: {
        "guardian-request": async () => {
          const { time_zone } = await getSchool(tx, schoolId);
          await openGates(tx, { actor, pursuit, on: civilDate(now, time_zone), now });
          await arrangeSupport(tx, pursuit, now);
          await askForConsent(tx, wiring, { actor, pursuit, purpose: "looking", now });
        },
        coordinators: () => tellCoordinators(tx, { wiring, pursuit, event: "wants_suggestion", now }),
      },
      set: {
        student_asked_at: now.toISOString(),
        expires_at: daysLater(now, settings.approvalDays).toISOString(),
        updated_at: now.toISOString(),
      },
      now,
    });
    if (moved.ok) await contactHostWhenReady(tx, wiring, { actor, pursuitId, now });
    return moved;
  });
}
