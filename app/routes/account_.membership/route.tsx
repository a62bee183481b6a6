import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { z } from "zod";
import { switchMembership } from "~/features/accounts/switch-membership.server";
import { parseForm } from "~/http/parse-form.server";
import { redirectWithToast } from "~/http/redirect-with-toast.server";
import { NOT_FOUND, refuse } from "~/http/refuse.server";
import { requireSession } from "~/http/require-actor.server";

const SwitchForm = z.object({ membershipId: z.uuid() });

/** Changes the place and role in which this session acts. */
export async function action({ request, context }: ActionFunctionArgs) {
  const session = await requireSession(request, context);
  const form = await parseForm(request, SwitchForm, context);
  if (!form.ok) return form.reply;
  const outcome = await switchMembership(context.wiring, session, form.value);
  return outcome.ok
    ? redirectWithToast("/home", "account:toast.switched")
    : refuse(context, outcome, { not_found: NOT_FOUND });
}

/** There is no page here; the choice is on the account page. */
export const loader = () => redirect("/account");
