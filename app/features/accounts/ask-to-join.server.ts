import { civilDate } from "~/clock";
import type { LinkActor } from "~/domain/actor";
import { readMailAddress } from "~/domain/imports/read-contact";
import { type Outcome, refused } from "~/domain/outcome";
import { findWaiting } from "~/steps/find-waiting.server";
import { limitKey } from "~/steps/limit-key.server";
import type { Wiring } from "~/wiring";
import { type Limit, takeFromLimit } from "~db/rate-limits.server";
import { getSchool } from "~db/schools.server";
import { withScope } from "~db/scope.server";
import { askForSignIn } from "./ask-for-sign-in.server";

export type JoinRefusal = "not_permitted" | "over" | "unreadable" | "too_many";

/** Mails that one letter sends to addresses which the school has never seen: room for typing errors, and for no list of strangers. */
const TYPED_A_DAY: Limit = { name: "join-mail-day", points: 10, windowSeconds: 24 * 60 * 60 };

/**
 * The button behind an invitation: a code goes to the address that it was mailed to, or to the one that the bearer of a paper
 * code brings along. Nothing is opened before the mailbox is proved, and the answer is the same for every address.
 */
export async function askToJoin(
  wiring: Wiring,
  actor: LinkActor,
  { mail: typed }: { mail: string },
): Promise<Outcome<{ browser: string }, JoinRefusal>> {
  if (actor.linkKind !== "join") return refused("not_permitted");
  const { schoolId, subjectId: invitationId, linkId, language } = actor;
  const now = wiring.clock.now();
  const waiting = await withScope(wiring, actor, async (tx) => {
    const on = civilDate(now, (await getSchool(tx, schoolId)).time_zone);
    return findWaiting(tx, { schoolId, invitationId, on, now });
  });
  if (!waiting) return refused("over");
  if (waiting.mail !== null) return askForSignIn(wiring, { mail: waiting.mail, returnTo: "/home" });
  const mail = readMailAddress(typed.trim());
  if (mail === null) return refused("unreadable");
  const taken = await takeFromLimit(wiring, TYPED_A_DAY, limitKey(wiring.env.secret, linkId));
  if (!taken.ok) return refused("too_many", { minutes: Math.ceil(taken.retryAfterSeconds / 60) });
  return askForSignIn(wiring, { mail, returnTo: "/home", joins: { linkId, language } });
}
