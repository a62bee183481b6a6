import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { redeemSignIn, viewSignInLink } from "~/features/accounts/redeem-sign-in.server";
import { nameDevice } from "~/http/device.server";
import { enterSession } from "~/http/enter-session.server";
import { parseForm } from "~/http/parse-form.server";
import { refuse } from "~/http/refuse.server";
import { readAskingBrowser, readSession } from "~/http/session.server";
import { Button, LinkButton } from "~/ui/button";
import { Form } from "~/ui/form";
import { Page } from "~/ui/page";
import type { PageHandle } from "~/ui/page-handle";

export const handle: PageHandle = { title: "account:link.title" };

const LinkForm = z.object({ token: z.string().max(100) });

/** Looking at the link changes nothing: mail programs look at links before people do. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  if (await readSession(request, context)) throw redirect("/home");
  const token = new URL(request.url).searchParams.get("token") ?? "";
  const view = await viewSignInLink(context.wiring, { browser: readAskingBrowser(request, context), link: token });
  return { view, token: view === "ready" ? token : "" };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const form = await parseForm(request, LinkForm, context);
  if (!form.ok) return form.reply;
  const outcome = await redeemSignIn(context.wiring, {
    browser: readAskingBrowser(request, context),
    proof: { link: form.value.token },
    device: nameDevice(request),
  });
  if (outcome.ok) return enterSession(context, outcome.value);
  const over = { status: 410, key: "account:link.over" } as const;
  return refuse(context, outcome, {
    wrong_code: over,
    ask_again: over,
    invitation_over: { status: 410, key: "invitations:over.title" },
    address_of_others: { status: 409, key: "invitations:fault.address_of_others" },
  });
}

export default function SignInLink() {
  const { t } = useTranslation("account");
  const { view, token } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  if (view === "ready") {
    return (
      <Page title={t("link.title")} lead={t("link.lead")}>
        <Form reply={reply}>
          <input type="hidden" name="token" value={token} />
          <Button look="primary">{t("link.submit")}</Button>
        </Form>
      </Page>
    );
  }
  const elsewhere = view === "other_browser";
  return (
    <Page
      title={t(elsewhere ? "link.otherBrowserTitle" : "link.overTitle")}
      lead={t(elsewhere ? "link.otherBrowser" : "link.over")}
    >
      <LinkButton look={elsewhere ? "quiet" : "primary"} to="/sign-in">
        {t(elsewhere ? "link.startHere" : "link.again")}
      </LinkButton>
    </Page>
  );
}
