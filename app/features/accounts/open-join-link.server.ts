import type { LinkActor } from "~/domain/actor";
import { type Outcome, refused } from "~/domain/outcome";
import { limitKey } from "~/steps/limit-key.server";
import type { Wiring } from "~/wiring";
import { giveBackToLimit, type Limit, takeFromLimit } from "~db/rate-limits.server";
import { openLink } from "./open-link.server";

/** Codes that lead nowhere, from one place. A classroom that shares an address types right ones too, and those do not count. */
const WRONG_CODES: Limit = { name: "join-code", points: 20, windowSeconds: 15 * 60 };

/** Who acts through the link or the code of an invitation. `address` is where the request came from; only wrong codes count. */
export async function openJoinLink(
  wiring: Wiring,
  { token, address }: { token: string | undefined; address: string },
): Promise<Outcome<LinkActor, "not_found" | "expired" | "too_many">> {
  const key = limitKey(wiring.env.secret, address);
  if (!(await takeFromLimit(wiring, WRONG_CODES, key)).ok) return refused("too_many");
  const opened = await openLink(wiring, { token, kinds: ["join"] });
  if (opened.ok || opened.reason === "expired") await giveBackToLimit(wiring, WRONG_CODES, key);
  return opened;
}
