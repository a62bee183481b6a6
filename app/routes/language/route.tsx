import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { z } from "zod";
import { writeCookie } from "~/http/cookie.server";
import { parseForm } from "~/http/parse-form.server";
import { safeRedirect } from "~/http/safe-redirect.server";
import { languageCookie, languages } from "~/i18n";

const ONE_YEAR_SECONDS = 31_536_000;

const Choice = z.object({ language: z.enum(languages), returnTo: z.string().optional() });

/** Remembers the visitor's choice of language in this browser and leads back to where they were. */
export async function action({ request, context }: ActionFunctionArgs) {
  const form = await parseForm(request, Choice, context);
  if (!form.ok) return form.reply;
  const { origin } = context.wiring.env;
  const cookie = writeCookie(languageCookie, form.value.language, { maxAge: ONE_YEAR_SECONDS, origin });
  return redirect(safeRedirect(form.value.returnTo), { headers: { "Set-Cookie": cookie } });
}

/** There is no page here; somebody who opens the address goes to the start. */
export const loader = () => redirect("/");
