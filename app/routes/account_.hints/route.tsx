import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { z } from "zod";
import { HINTS } from "~/domain/hint/hint";
import { settleHints } from "~/features/accounts/settle-hints.server";
import { parseForm } from "~/http/parse-form.server";
import { redirectWithToast } from "~/http/redirect-with-toast.server";
import { requireSession } from "~/http/require-actor.server";

const returnTo = z.string().max(2000).default("/account");
const HintForm = z.discriminatedUnion("wants", [
  z.object({ wants: z.literal("read"), hint: z.enum(HINTS), returnTo }),
  z.object({ wants: z.literal("none"), returnTo }),
  z.object({ wants: z.literal("again"), returnTo }),
]);

/** Keeps what somebody wants of hints and leads back to the page that gave one. */
export async function action({ request, context }: ActionFunctionArgs) {
  const session = await requireSession(request, context);
  const form = await parseForm(request, HintForm, context);
  if (!form.ok) return form.reply;
  const { returnTo: back, ...wish } = form.value;
  await settleHints(context.wiring, session, wish);
  return redirectWithToast(back, `hints:toast.${wish.wants}`);
}

/** There is no page here; hints are turned on and off on the account page. */
export const loader = () => redirect("/account");
