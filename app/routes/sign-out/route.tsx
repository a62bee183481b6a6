import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { endSession } from "~/features/accounts/end-session.server";
import { redirectWithToast } from "~/http/redirect-with-toast.server";
import { noSessionCookie, readSession } from "~/http/session.server";

/** Ends this browser's session. Signing out twice is signing out. */
export async function action({ request, context }: ActionFunctionArgs) {
  const session = await readSession(request, context);
  if (session) await endSession(context.wiring, session, { sessionId: session.sessionId });
  return redirectWithToast("/", "account:toast.signedOut", {
    headers: new Headers({ "Set-Cookie": noSessionCookie(context) }),
  });
}

/** There is no page here; somebody who opens the address goes to the start. */
export const loader = () => redirect("/");
