import type { AppLoadContext } from "@remix-run/node";
import { hasStudentMembership } from "~/features/accounts/has-student-membership.server";
import { readSession } from "./session.server";

/** Whether a student is signed in in this browser, also one who acts as somebody else at the moment. */
export async function isStudentBrowser(request: Request, context: AppLoadContext): Promise<boolean> {
  const session = await readSession(request, context);
  return session !== null && hasStudentMembership(context.wiring, session);
}
