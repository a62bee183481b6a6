import type { SystemActor } from "~/domain/actor";
import { isGone } from "~/domain/mail/fetching";
import { refused } from "~/domain/outcome";
import { type Answer, placeAnswer } from "~/steps/place-answer.server";
import type { TakenAnswer } from "~/steps/taken-answer";
import type { Wiring } from "~/wiring";
import { findAnsweredMail } from "~db/answered-mails.server";
import { withScope } from "~db/scope.server";

/**
 * Fetches an answer to a mail of ours and brings it to whom it is for. Throws while it cannot be fetched, so that its job comes again. The provider has said
 * that they answered: where it has the words no more, that alone is written down.
 */
export async function takeAnswer(
  wiring: Wiring,
  actor: SystemActor,
  { toldAt, ...answer }: Answer & { toldAt?: string | undefined },
): Promise<TakenAnswer> {
  const { schoolId } = actor;
  const { mailKey, source } = answer;
  if (!(await withScope(wiring, actor, (tx) => findAnsweredMail(tx, { schoolId, mailKey }))))
    return refused("not_found");
  const fetched = await wiring.mailer.inbox?.fetch(source);
  if (fetched?.outcome === "found") return placeAnswer(wiring, actor, { ...answer, mail: fetched.mail });
  if (fetched?.outcome !== "gone" || !isGone({ toldAt: toldAt ?? null, now: wiring.clock.now().toISOString() }))
    throw new Error("an answer that came in cannot be fetched yet");
  return placeAnswer(wiring, actor, { ...answer, mail: null });
}
