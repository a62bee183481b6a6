import { civilDate, daysLater } from "~/clock";
import type { Outcome } from "~/domain/outcome";
import { type AdvanceRefusal, advance } from "~/lifecycle.server";
import { arrangeSupport } from "~/steps/arrange-support.server";
import { askForConsent } from "~/steps/ask-for-consent.server";
import { contactHostWhenReady } from "~/steps/contact-host.server";
import { openGates } from "~/steps/gates.server";
import { tellCoordinators } from "~/steps/tell.server";
import type { Wiring } from "~/wiring";
import { lockListing } from "~db/listings.server";
import { getSchool, getSettings } from "~db/schools.server";
import type { ScopeTx } from "~db/scope.server";
import type { Answering } from "./answering";

/** "I want to try this", of the student or taken down for them, is the request: from here on guardians are asked. */
export async function wantSuggestionInScope(
  tx: ScopeTx,
  wiring: Wiring,
  { actor, pursuit, came }: Answering,
): Promise<Outcome<{ from: string; to: string }, AdvanceRefusal>> {
  const now = wiring.clock.now();
  const { school_id: schoolId, pursuit_id: pursuitId } = pursuit;
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
    act: came,
    now,
  });
  if (moved.ok) await contactHostWhenReady(tx, wiring, { actor, pursuitId, now });
  return moved;
}
