import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { redeemSignIn } from "~/features/accounts/redeem-sign-in.server";
import { nameDevice } from "~/http/device.server";
import { enterSession } from "~/http/enter-session.server";
import { parseForm } from "~/http/parse-form.server";
import { refuse } from "~/http/refuse.server";
import { readAskingBrowser, readSession } from "~/http/session.server";
import { Button } from "~/ui/button";
import { Form } from "~/ui/form";
import { Page } from "~/ui/page";
import type { PageHandle } from "~/ui/page-handle";
import { TextField } from "~/ui/text-fields";
import { TextLink } from "~/ui/text-link";

export const handle: PageHandle = { title: "account:code.title" };

/** Digits as people paste them: with spaces or a dash between. */
const CodeForm = z.object({
  code: z
    .string()
    .transform((text) => text.replace(/[\s-]/g, ""))
    .pipe(z.string().regex(/^\d{6}$/, "account:code.shape")),
});

export async function loader({ request, context }: LoaderFunctionArgs) {
  if (await readSession(request, context)) throw redirect("/home");
  if (readAskingBrowser(request, context) === null) throw redirect("/sign-in");
  return null;
}

export async function action({ request, context }: ActionFunctionArgs) {
  const form = await parseForm(request, CodeForm, context);
  if (!form.ok) return form.reply;
  const outcome = await redeemSignIn(context.wiring, {
    browser: readAskingBrowser(request, context),
    proof: { code: form.value.code },
    device: nameDevice(request),
  });
  if (outcome.ok) return enterSession(context, outcome.value);
  return refuse(context, outcome, {
    wrong_code: { status: 422, key: "account:code.wrong", field: "code" },
    ask_again: { status: 410, key: "account:code.over", field: "code" },
    invitation_over: { status: 410, key: "invitations:over.title", field: "code" },
    address_of_others: { status: 409, key: "invitations:fault.address_of_others", field: "code" },
  });
}

export default function SignInCode() {
  const { t } = useTranslation("account");
  return (
    <Page title={t("code.title")} lead={t("code.lead")} back={{ to: "/sign-in", label: t("code.again") }}>
      <Form reply={useActionData<typeof action>()}>
        <TextField
          name="code"
          label={t("code.code")}
          hint={t("code.codeHint")}
          autoComplete="one-time-code"
          inputMode="numeric"
          autoCapitalize="off"
          spellCheck={false}
          required
        />
        <Button look="primary" pendingText={t("code.submitting")}>
          {t("code.submit")}
        </Button>
      </Form>
      <p className="text-ink-soft">
        {t("code.noMail")} <TextLink to="/sign-in">{t("code.again")}</TextLink>
      </p>
    </Page>
  );
}
