import type { AppLoadContext } from "@remix-run/node";
import { findSession, type Session } from "~/features/accounts/find-session.server";
import { cookieName, readCookie, writeCookie } from "./cookie.server";

const SESSION = "session";
const BROWSER = "sign-in";
/** The cookie may outlive the session: the database decides when a session is over. */
const SESSION_COOKIE_SECONDS = 400 * 86_400;
const BROWSER_COOKIE_SECONDS = 15 * 60;

const asked = new WeakMap<AppLoadContext, Promise<Session | null>>();

/** Who this browser belongs to, or null. Loaders of one request share one look. */
export function readSession(request: Request, context: AppLoadContext): Promise<Session | null> {
  const known = asked.get(context);
  if (known) return known;
  const token = readCookie(request, cookieName(context.wiring.env.origin, SESSION));
  const looked = token === null ? Promise.resolve(null) : findSession(context.wiring, token);
  asked.set(context, looked);
  return looked;
}

/** `Set-Cookie` that signs this browser in. */
export function sessionCookie({ wiring }: AppLoadContext, token: string): string {
  return writeCookie(SESSION, token, { maxAge: SESSION_COOKIE_SECONDS, origin: wiring.env.origin });
}

/** `Set-Cookie` that signs this browser out. */
export function noSessionCookie({ wiring }: AppLoadContext): string {
  return writeCookie(SESSION, "", { maxAge: 0, origin: wiring.env.origin });
}

/** The secret of the browser that asked for a code, or null. */
export function readAskingBrowser(request: Request, { wiring }: AppLoadContext): string | null {
  return readCookie(request, cookieName(wiring.env.origin, BROWSER));
}

/** `Set-Cookie` that lets this browser, and no other, redeem the code it asks for. Empty forgets it. */
export function askingBrowserCookie({ wiring }: AppLoadContext, secret: string): string {
  return writeCookie(BROWSER, secret, { maxAge: secret ? BROWSER_COOKIE_SECONDS : 0, origin: wiring.env.origin });
}
