import type { SystemActor } from "~/domain/actor";
import { isGone } from "~/domain/mail/fetching";
import { done, type Outcome, refused } from "~/domain/outcome";
import type { Wiring } from "~/wiring";
import { type Became, findReply } from "~db/replies.server";
import { withScope } from "~db/scope.server";
import { giveReplyBack } from "./give-reply-back.server";
import { placeReply } from "./place-reply.server";

/**
 * Fetches a mail that came in and puts it where it belongs. Throws while nobody answers, so that its job comes again. Run twice, it is one
 * message.
 */
export async function takeReply(
  wiring: Wiring,
  actor: SystemActor,
  { replyId }: { replyId: string },
): Promise<Outcome<{ became: Became }, "not_found">> {
  const reply = await withScope(wiring, actor, (tx) => findReply(tx, { schoolId: actor.schoolId, replyId }));
  const { inbox } = wiring.mailer;
  if (!reply) return refused("not_found");
  if (reply.became !== null) return done({ became: reply.became });
  if (!inbox) throw new Error("the mailer fetches no mails");
  const fetched = await inbox.fetch(reply.source);
  if (fetched.outcome === "found") return placeReply(wiring, actor, { replyId, mail: fetched.mail });
  const isLost =
    fetched.outcome === "gone" && isGone({ toldAt: reply.received_at, now: wiring.clock.now().toISOString() });
  if (!isLost) throw new Error("a mail that came in cannot be fetched yet");
  return done({ became: await giveReplyBack(wiring, { actor, reply, event: "unreadable" }) });
}
