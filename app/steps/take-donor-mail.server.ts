import type { Actor } from "~/domain/actor";
import { done, type Outcome, refused } from "~/domain/outcome";
import type { Wiring } from "~/wiring";
import { giveBackToLimit, type Limit, takeFromLimit } from "~db/rate-limits.server";
import { limitKey } from "./limit-key.server";

const HOUR_SECONDS = 60 * 60;
const DAY_SECONDS = 24 * HOUR_SECONDS;

/** By one link, or one mentor: a hall full of people may promise in an evening, but nobody writes to a whole town. */
const OF_GIVER: readonly Limit[] = [
  { name: "donor-mail", points: 20, windowSeconds: HOUR_SECONDS },
  { name: "donor-mail-day", points: 60, windowSeconds: DAY_SECONDS },
];
/** To one address, whoever types it: a promise, an invoice, and another try. */
const TO_ADDRESS: Limit = { name: "donor-mail-to", points: 5, windowSeconds: DAY_SECONDS };

/**
 * Counts a mail to an address that somebody typed and nobody has confirmed: a promise and an invoice cost nothing, and could be
 * used to write to strangers. Refuses with the hours until the next one may go; without an address nothing is counted.
 */
export async function takeDonorMail(
  wiring: Wiring,
  actor: Actor,
  { mail }: { mail: string },
): Promise<Outcome<null, "too_many_mails">> {
  for (const { limit, key } of limitsOf(wiring, actor, mail)) {
    const taken = await takeFromLimit(wiring, limit, key);
    if (!taken.ok) return refused("too_many_mails", { count: Math.ceil(taken.retryAfterSeconds / HOUR_SECONDS) });
  }
  return done(null);
}

/** Counts a mail less, which was counted and does not go: the same form came twice at once. */
export async function giveBackDonorMail(wiring: Wiring, actor: Actor, { mail }: { mail: string }): Promise<void> {
  for (const { limit, key } of limitsOf(wiring, actor, mail)) await giveBackToLimit(wiring, limit, key);
}

/** What a mail of a giver to an address is counted under; nothing without an address. */
function limitsOf(wiring: Wiring, actor: Actor, mail: string): { limit: Limit; key: string }[] {
  const address = mail.trim().toLowerCase();
  if (address === "") return [];
  const giver = actor.kind === "link" ? actor.linkId : actor.kind === "mentor" ? actor.mentorId : "";
  return [
    ...OF_GIVER.map((limit) => ({ limit, key: giver })),
    { limit: TO_ADDRESS, key: limitKey(wiring.env.secret, address) },
  ];
}
