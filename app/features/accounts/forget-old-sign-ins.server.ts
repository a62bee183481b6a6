import { type Done, done } from "~/domain/outcome";
import type { Wiring } from "~/wiring";
import { withIdentity } from "~db/scope.server";
import { deleteOldSignIns } from "~db/sessions.server";

/** Days after which a challenge is deleted, used or not (the table's declared retention). */
const CHALLENGE_DAYS = 1;
/** Days after its end for which a session stays, for questions about who was signed in. */
const ENDED_SESSION_DAYS = 30;

const DAY_MS = 86_400_000;

/** Deletes what sign-in no longer needs. A nightly job calls it. */
export async function forgetOldSignIns(wiring: Wiring): Promise<Done<{ deleted: number }>> {
  const now = wiring.clock.now();
  const before = (days: number) => new Date(now.getTime() - days * DAY_MS);
  const deleted = await withIdentity(wiring, (tx) =>
    deleteOldSignIns(tx, { now, challengesBefore: before(CHALLENGE_DAYS), sessionsBefore: before(ENDED_SESSION_DAYS) }),
  );
  return done({ deleted });
}
