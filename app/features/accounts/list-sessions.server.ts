import type { Wiring } from "~/wiring";
import { withIdentity } from "~db/scope.server";
import { listLiveSessions } from "~db/sessions.server";

export interface ListedSession {
  sessionId: string;
  device: string;
  startedAt: string;
  seenAt: string;
  isThisOne: boolean;
}

/** Where the account is signed in, the last used first. */
export async function listSessions(
  wiring: Wiring,
  holder: { accountId: string; sessionId: string },
): Promise<ListedSession[]> {
  const rows = await withIdentity(wiring, (tx) =>
    listLiveSessions(tx, { accountId: holder.accountId, now: wiring.clock.now() }),
  );
  return rows.map((row) => ({
    sessionId: row.id,
    device: row.device,
    startedAt: row.created_at,
    seenAt: row.seen_at,
    isThisOne: row.id === holder.sessionId,
  }));
}
