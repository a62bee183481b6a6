import { type Done, done } from "~/domain/outcome";
import type { Wiring } from "~/wiring";
import { withIdentity } from "~db/scope.server";
import { endSessionsBut } from "~db/sessions.server";

/** Ends every session of the account but the one that asks. */
export async function endOtherSessions(
  wiring: Wiring,
  holder: { accountId: string; sessionId: string },
): Promise<Done<{ ended: number }>> {
  const ended = await withIdentity(wiring, (tx) => endSessionsBut(tx, { ...holder, now: wiring.clock.now() }));
  return done({ ended });
}
