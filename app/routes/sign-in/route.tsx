import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { askForSignIn } from "~/features/accounts/ask-for-sign-in.server";
import { parseForm } from "~/http/parse-form.server";
import { refuse } from "~/http/refuse.server";
import { safeRedirect } from "~/http/safe-redirect.server";
import { askingBrowserCookie, readSession } from "~/http/session.server";
import { answerSteadily } from "~/http/steady-answer.server";
import { Button } from "~/ui/button";
import { Form } from "~/ui/form";
import { Page } from "~/ui/page";
import type { PageHandle } from "~/ui/page-handle";
import { TextField } from "~/ui/text-fields";
import { TextLink } from "~/ui/text-link";

export const handle: PageHandle = { title: "account:signIn.title" };

const SignInForm = z.object({
  mail: z.string().trim().max(254).pipe(z.email()),
  returnTo: z.string().optional(),
});

export async function loader({ request, context }: LoaderFunctionArgs) {
  const returnTo = safeRedirect(new URL(request.url).searchParams.get("returnTo"), "/home");
  if (await readSession(request, context)) throw redirect(returnTo);
  return { returnTo };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const form = await parseForm(request, SignInForm, context);
  if (!form.ok) return form.reply;
  const { mail, returnTo } = form.value;
  const outcome = await answerSteadily(
    askForSignIn(context.wiring, { mail, returnTo: safeRedirect(returnTo, "/home") }),
  );
  if (!outcome.ok)
    return refuse(context, outcome, { too_many: { status: 429, key: "account:signIn.tooMany" } }, form.typed);
  return redirect("/sign-in/code", { headers: { "Set-Cookie": askingBrowserCookie(context, outcome.value.browser) } });
}

export default function SignIn() {
  const { t } = useTranslation("account");
  const { returnTo } = useLoaderData<typeof loader>();
  return (
    <Page title={t("signIn.title")} lead={t("signIn.lead")}>
      <Form reply={useActionData<typeof action>()}>
        <input type="hidden" name="returnTo" value={returnTo} />
        <TextField
          name="mail"
          type="email"
          label={t("signIn.mail")}
          hint={t("signIn.mailHint")}
          autoComplete="email"
          inputMode="email"
          required
        />
        <Button look="primary" pendingText={t("signIn.sending")}>
          {t("signIn.send")}
        </Button>
      </Form>
      <p className="text-ink-soft">{t("signIn.help")}</p>
      <p>
        <TextLink to="/join">{t("signIn.withCode")}</TextLink>
      </p>
    </Page>
  );
}
