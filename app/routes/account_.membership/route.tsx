import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { z } from "zod";
import { switchMembership } from "~/features/accounts/switch-membership.server";
import { parseForm } from "~/http/parse-form.server";
import { redirectWithToast } from "~/http/redirect-with-toast.server";
import { NOT_FOUND, refuse } from "~/http/refuse.server";
import { requireSession } from "~/http/require-actor.server";
import { safeRedirect } from "~/http/safe-redirect.server";

const SwitchForm = z.object({ membershipId: z.uuid(), returnTo: z.string().optional() });

/** Changes the place and role in which this session acts. */
export async function action({ request, context }: ActionFunctionArgs) {
  const session = await requireSession(request, context);
  const form = await parseForm(request, SwitchForm, context);
  if (!form.ok) return form.reply;
  const outcome = await switchMembership(context.wiring, session, form.value);
  return outcome.ok
    ? redirectWithToast(safeRedirect(form.value.returnTo, "/home"), "account:toast.switched")
    : refuse(context, outcome, { not_found: NOT_FOUND });
}

/** There is no page here; the choice is on the account page. */
export const loader = () => redirect("/account");
