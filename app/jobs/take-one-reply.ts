import { takeReply } from "~/features/conversations/take-reply.server";
import type { Wiring } from "~/wiring";
import { actForSchool } from "./act-for-school";
import type { Payload } from "./catalogue";

export async function takeOneReply(wiring: Wiring, { schoolId, replyId }: Payload<"take-reply">): Promise<void> {
  const actor = await actForSchool(wiring, { schoolId, job: "take-reply" });
  if (!actor) return;
  const outcome = await takeReply(wiring, actor, { replyId });
  wiring.log.info({ schoolId, delivery: outcome.ok ? outcome.value.became : outcome.reason }, "a mail that came in");
}
