import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { z } from "zod";
import { isSecure } from "~/http/cookie.server";
import { parseForm } from "~/http/parse-form.server";
import { safeRedirect } from "~/http/safe-redirect.server";
import { languageCookie, languages } from "~/i18n";

const ONE_YEAR_SECONDS = 31_536_000;

const Choice = z.object({ language: z.enum(languages), returnTo: z.string().optional() });

/** Remembers the visitor's choice of language in this browser and leads back to where they were. */
export async function action({ request, context }: ActionFunctionArgs) {
  const form = await parseForm(request, Choice, context);
  if (!form.ok) return form.reply;
  const secure = isSecure(context.wiring.env.origin) ? "; Secure" : "";
  const cookie = `${languageCookie}=${form.value.language}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${ONE_YEAR_SECONDS}${secure}`;
  return redirect(safeRedirect(form.value.returnTo), { headers: { "Set-Cookie": cookie } });
}

/** There is no page here; somebody who opens the address goes to the start. */
export const loader = () => redirect("/");
