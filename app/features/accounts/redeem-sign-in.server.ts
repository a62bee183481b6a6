import { timingSafeEqual } from "node:crypto";
import { done, type Outcome, refused } from "~/domain/outcome";
import type { Wiring } from "~/wiring";
import { claimTry, findChallengeByLink, markChallengeUsed } from "~db/challenges.server";
import { withIdentity } from "~db/scope.server";
import { hearFrom } from "./hear-from.server";
import { hashToken, isToken, macOfCode } from "./secrets.server";
import { type StartedSession, startSession } from "./start-session.server";
import { takePlace } from "./take-place.server";

export const MAX_TRIES = 5;

export type RedeemRefusal = "wrong_code" | "ask_again" | "invitation_over" | "address_of_others";

/** What the person proves with: the code they typed, or the token of the link they opened. */
export type SignInProof = { code: string } | { link: string };

interface Redeeming {
  browser: string | null;
  proof: SignInProof;
  device: string;
}

/** Signed in, or the address is proved and an invitation has to let it in first. */
type Redeemed =
  | (StartedSession & { accountId: string; returnTo: string })
  | { joins: { linkId: string; mail: string }; returnTo: string };

/**
 * Signs in with a proof, in the browser that asked for it. A wrong one costs a try, also in parallel; after the fifth, after
 * ten minutes and after a success the person asks again. Another browser holds another secret and touches nothing.
 * Whoever came with an invitation takes their place with the address that they have proved; what is lost between that and the
 * session is made good by signing in.
 */
export async function redeemSignIn(
  wiring: Wiring,
  input: Redeeming,
): Promise<Outcome<StartedSession & { returnTo: string }, RedeemRefusal>> {
  const redeemed = await redeem(wiring, input);
  if (!redeemed.ok) return redeemed;
  const { value } = redeemed;
  if (!("joins" in value)) {
    const { accountId, ...session } = value;
    await hearFrom(wiring, { accountId });
    return done(session);
  }
  const taken = await takePlace(wiring, value.joins);
  if (!taken.ok) return taken;
  const now = wiring.clock.now();
  await hearFrom(wiring, { accountId: taken.value.accountId });
  const session = await withIdentity(wiring, (tx) => startSession(tx, { ...taken.value, device: input.device, now }));
  return done({ ...session, returnTo: value.returnTo });
}

async function redeem(
  wiring: Wiring,
  { browser, proof, device }: Redeeming,
): Promise<Outcome<Redeemed, "wrong_code" | "ask_again">> {
  if (!isToken(browser)) return refused("ask_again");
  const now = wiring.clock.now();
  return withIdentity(wiring, async (tx): Promise<Outcome<Redeemed, "wrong_code" | "ask_again">> => {
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
    const { account_id: accountId, joins_link: linkId, joins_mail: mail, return_to: returnTo } = challenge;
    const joins = linkId !== null && mail !== null ? { linkId, mail } : null;
    if (!right || (accountId === null && joins === null))
      return left > 0 ? refused("wrong_code", { count: left }) : refused("ask_again");
    await markChallengeUsed(tx, { id: challenge.id, now });
    if (accountId === null) return joins ? done({ joins, returnTo }) : refused("ask_again");
    return done({ ...(await startSession(tx, { accountId, device, now })), accountId, returnTo });
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
