import { randomUUID } from "node:crypto";
import { done, type Outcome, refused } from "~/domain/outcome";
import { limitKey } from "~/steps/limit-key.server";
import type { Wiring } from "~/wiring";
import { findAccountByMail } from "~db/accounts.server";
import { insertChallenge } from "~db/challenges.server";
import { enqueueMail } from "~db/mails.server";
import { type Limit, takeFromLimit } from "~db/rate-limits.server";
import { withIdentity } from "~db/scope.server";
import { hashToken, macOfCode, newCode, newToken } from "./secrets.server";

export const CODE_MINUTES = 10;

/** With five tries for each code, forty asks a day leave a guesser of one account one chance in 5,000 a day. */
const ASKS: readonly Limit[] = [
  { name: "sign-in-ask", points: 5, windowSeconds: 15 * 60 },
  { name: "sign-in-ask-day", points: 40, windowSeconds: 24 * 60 * 60 },
];

interface Asked {
  mail: string;
  returnTo: string;
  /** The link of an invitation that lets the address in once it is proved, in the language of whom it is for. */
  joins?: { linkId: string; language: string };
}

/**
 * Mails a code and a link to an address, if it has an account or comes with an invitation, and answers the secret of the browser that asks: code and
 * link work only beside it. An unknown address gets the same rows, the same answer and no mail.
 */
export async function askForSignIn(wiring: Wiring, input: Asked): Promise<Outcome<{ browser: string }, "too_many">> {
  const { env, clock } = wiring;
  const key = limitKey(env.secret, input.mail.trim().toLowerCase());
  for (const limit of ASKS) {
    const taken = await takeFromLimit(wiring, limit, key);
    if (!taken.ok) return refused("too_many", { minutes: Math.ceil(taken.retryAfterSeconds / 60) });
  }
  const now = clock.now();
  const challengeId = randomUUID();
  const [browser, link, code] = [newToken(), newToken(), newCode()];
  await withIdentity(wiring, async (tx) => {
    const joining = input.joins && { mail: input.mail.trim(), ...input.joins };
    const account = joining ? undefined : await findAccountByMail(tx, input.mail);
    const to = joining ?? account;
    await insertChallenge(tx, {
      id: challengeId,
      accountId: account?.id ?? null,
      joins: joining ?? null,
      browserHash: hashToken(browser),
      codeMac: macOfCode({ secret: env.secret, challengeId, browser, code }),
      linkHash: hashToken(link),
      returnTo: input.returnTo,
      now,
      expiresAt: new Date(now.getTime() + CODE_MINUTES * 60_000),
    });
    if (!to) return;
    await enqueueMail(tx, {
      kind: "sign-in",
      props: { code, link: `${env.origin}/sign-in/link?token=${link}`, minutes: CODE_MINUTES },
      to: { mail: to.mail, language: to.language },
      schoolId: null,
      dedupeKey: `sign-in:${challengeId}`,
      now,
    });
  });
  return done({ browser });
}
