import type { SystemActor } from "~/domain/actor";
import { done, type Outcome, refused } from "~/domain/outcome";
import type { Wiring } from "~/wiring";
import { type Became, findReply } from "~db/replies.server";
import { withScope } from "~db/scope.server";
import { giveReplyBack } from "./give-reply-back.server";
import { placeReply } from "./place-reply.server";

/** The provider tells of a mail before it can be fetched everywhere; one that is not there after this will not come. */
const GONE_AFTER_MS = 60 * 60 * 1000;

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
  const age = wiring.clock.now().getTime() - new Date(reply.received_at).getTime();
  if (fetched.outcome === "later" || age < GONE_AFTER_MS) throw new Error("a mail that came in cannot be fetched yet");
  return done({ became: await giveReplyBack(wiring, { actor, reply, event: "unreadable" }) });
}
