import type { AppLoadContext, TypedResponse } from "@remix-run/node";
import { redirectWithToast } from "./redirect-with-toast.server";
import { askingBrowserCookie, sessionCookie } from "./session.server";

/** Signs this browser in, forgets that it asked, and leads to where the person wanted to go. */
export function enterSession(
  context: AppLoadContext,
  { token, returnTo }: { token: string; returnTo: string },
): TypedResponse<never> {
  const headers = new Headers();
  headers.append("Set-Cookie", sessionCookie(context, token));
  headers.append("Set-Cookie", askingBrowserCookie(context, ""));
  return redirectWithToast(returnTo, "account:toast.signedIn", { headers });
}
