import type { SystemActor } from "~/domain/actor";
import { replyTokens } from "~/domain/mail/reply-address";
import type { Wiring } from "~/wiring";
import { enqueue } from "~db/jobs.server";
import { insertMailEvent } from "~db/mail-events.server";
import { findReplyHome, insertReply } from "~db/replies.server";
import { withScope, withSystem } from "~db/scope.server";

interface Came {
  to: readonly string[];
  source: string;
  /** What told of it; its mail is fetched by a job. Null where the mail itself is at hand. */
  told: { eventId: string; type: string } | null;
}

export interface NotedReply {
  actor: SystemActor;
  replyId: string;
}

/**
 * Remembers a mail that came to addresses of ours, at the school of each: the report of it, the mail and the job that fetches it are one
 * transaction, so that a copy of the report changes nothing. Answers those noted; empty where none of the addresses is anybody's.
 */
export async function noteReply(wiring: Wiring, { to, source, told }: Came): Promise<NotedReply[]> {
  const { replyDomain } = wiring.env;
  const noted: NotedReply[] = [];
  for (const token of replyDomain === null ? [] : replyTokens(to, replyDomain)) {
    const home = await withSystem(wiring, (tx) => findReplyHome(tx, { token }));
    if (!home) continue;
    const { schoolId, districtId, addressId } = home;
    const now = wiring.clock.now();
    const actor: SystemActor = { kind: "system", job: "take-reply", schoolId, districtId };
    const reply = await withScope(wiring, actor, async (tx) => {
      if (told) await insertMailEvent(tx, { schoolId, ...told, now });
      const found = await insertReply(tx, { schoolId, addressId, source, now });
      if (found?.isNew && told) await enqueue(tx, "take-reply", { schoolId, replyId: found.replyId });
      return found;
    });
    if (reply) noted.push({ actor, replyId: reply.replyId });
  }
  return noted;
}
