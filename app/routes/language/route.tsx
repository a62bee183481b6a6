import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { writeCookie } from "~/http/cookie.server";
import { safeRedirect } from "~/http/safe-redirect.server";
import { isLanguage, languageCookie } from "~/i18n";

const ONE_YEAR_SECONDS = 31_536_000;

/** Remembers the visitor's choice of language in this browser and leads back to where they were. */
export async function action({ request, context }: ActionFunctionArgs) {
  const form = await readForm(request);
  const language = form.get("language");
  if (!isLanguage(language)) throw new Response(null, { status: 400 });
  const { origin } = context.wiring.env;
  const cookie = writeCookie(languageCookie, language, { maxAge: ONE_YEAR_SECONDS, origin });
  return redirect(safeRedirect(form.get("returnTo")), { headers: { "Set-Cookie": cookie } });
}

/** There is no page here; somebody who opens the address goes to the start. */
export const loader = () => redirect("/");

async function readForm(request: Request): Promise<FormData> {
  try {
    return await request.formData();
  } catch {
    throw new Response(null, { status: 400 });
  }
}
