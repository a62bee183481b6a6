import { timingSafeEqual } from "node:crypto";
import { done, type Outcome, refused } from "~/domain/outcome";
import type { Wiring } from "~/wiring";
import { claimTry, findChallengeByLink, markChallengeUsed } from "~db/challenges.server";
import { withIdentity } from "~db/scope.server";
import { hashToken, isToken, macOfCode } from "./secrets.server";
import { type StartedSession, startSession } from "./start-session.server";

export const MAX_TRIES = 5;

export type RedeemRefusal = "wrong_code" | "ask_again";

/** What the person proves with: the code they typed, or the token of the link they opened. */
export type SignInProof = { code: string } | { link: string };

/**
 * Signs in with a proof, in the browser that asked for it. A wrong one costs a try, also in parallel; after the fifth, after
 * ten minutes and after a success the person asks again. Another browser holds another secret and touches nothing.
 */
export async function redeemSignIn(
  wiring: Wiring,
  input: { browser: string | null; proof: SignInProof; device: string },
): Promise<Outcome<StartedSession & { returnTo: string }, RedeemRefusal>> {
  const { browser, proof, device } = input;
  if (!isToken(browser)) return refused("ask_again");
  const now = wiring.clock.now();
  return withIdentity(wiring, async (tx) => {
    const challenge = await claimTry(tx, { browserHash: hashToken(browser), maxTries: MAX_TRIES, now });
    if (!challenge) return refused("ask_again");
    const right =
      "code" in proof
        ? timingSafeEqual(
            challenge.code_mac,
            macOfCode({ secret: wiring.env.secret, challengeId: challenge.id, browser, code: proof.code }),
          )
        : timingSafeEqual(challenge.link_hash, hashToken(proof.link));
    const left = MAX_TRIES - challenge.attempts;
    if (!right || challenge.account_id === null)
      return left > 0 ? refused("wrong_code", { count: left }) : refused("ask_again");
    await markChallengeUsed(tx, { id: challenge.id, now });
    const session = await startSession(tx, { accountId: challenge.account_id, device, now });
    return done({ ...session, returnTo: challenge.return_to });
  });
}

export type LinkView = "ready" | "other_browser" | "over";

/** What the page of a mailed link shows. Looking changes nothing; mail scanners look too. */
export async function viewSignInLink(
  wiring: Wiring,
  input: { browser: string | null; link: string },
): Promise<LinkView> {
  const { browser, link } = input;
  if (!isToken(link)) return "over";
  const now = wiring.clock.now();
  const challenge = await withIdentity(wiring, (tx) => findChallengeByLink(tx, hashToken(link)));
  if (!challenge || challenge.used_at || challenge.attempts >= MAX_TRIES || new Date(challenge.expires_at) <= now)
    return "over";
  return isToken(browser) && timingSafeEqual(challenge.browser_hash, hashToken(browser)) ? "ready" : "other_browser";
}
