import type { AppLoadContext } from "@remix-run/node";
import { cookieName, readCookie, writeCookie } from "./cookie.server";

const WAY_BACK = "way-back";
/** A checkout at Stripe lasts a day (docs.stripe.com/api/checkout/sessions/create, `expires_at`). */
const DAY_SECONDS = 86_400;
const UUID_LENGTH = 36;
const LINK_TOKEN = /^[\w-]{43}$/;

/** Where Stripe sends a donor back to: an address without the donor's link, which would let whoever reads Stripe's logs in. */
export const wayBackPath = (giftId: string): string => `/give/back/${giftId}`;

/** Lets this browser, and no other, find its link again when it comes back from Stripe. */
export function rememberWayBack(
  { wiring }: AppLoadContext,
  { giftId, token }: { giftId: string; token: string },
): string {
  return writeCookie(WAY_BACK, `${giftId}${token}`, { maxAge: DAY_SECONDS, origin: wiring.env.origin });
}

/** The page of a gift through the link with which this browser left for Stripe; null in every other browser. */
export function findWayBack(request: Request, { wiring }: AppLoadContext, giftId: string): string | null {
  const kept = readCookie(request, cookieName(wiring.env.origin, WAY_BACK)) ?? "";
  const token = kept.slice(UUID_LENGTH);
  if (kept.slice(0, UUID_LENGTH) !== giftId || !LINK_TOKEN.test(token)) return null;
  return `/give/${token}/gifts/${giftId}`;
}
