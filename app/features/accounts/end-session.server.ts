import { done, type Outcome, refused } from "~/domain/outcome";
import type { Wiring } from "~/wiring";
import { withIdentity } from "~db/scope.server";
import { endSessionOf } from "~db/sessions.server";

/** Ends one session of the account: this browser's, or that of a lost phone. Somebody else's is not found. */
export async function endSession(
  wiring: Wiring,
  holder: { accountId: string },
  input: { sessionId: string },
): Promise<Outcome<null, "not_found">> {
  const ended = await withIdentity(wiring, (tx) =>
    endSessionOf(tx, { accountId: holder.accountId, sessionId: input.sessionId, now: wiring.clock.now() }),
  );
  return ended ? done(null) : refused("not_found");
}
