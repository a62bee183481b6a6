import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { readInvitationCode, showInvitationCode } from "~/domain/people/invitation";
import { openJoinLink } from "~/features/accounts/open-join-link.server";
import { parseForm } from "~/http/parse-form.server";
import { refuse } from "~/http/refuse.server";
import { Button } from "~/ui/button";
import { Form } from "~/ui/form";
import { Page } from "~/ui/page";
import type { PageHandle } from "~/ui/page-handle";
import { TextField } from "~/ui/text-fields";
import { TextLink } from "~/ui/text-link";

export const handle: PageHandle = { title: "invitations:code.title" };

const CodeForm = z.object({
  code: z
    .string()
    .transform((typed) => readInvitationCode(typed))
    .refine((code) => code !== null, "invitations:fault.shape"),
});

/** There is nothing to know beforehand. */
export const loader = () => null;

/** A code that is right leads to its page, one that has run out too: it says who helps. */
export async function action({ request, context }: ActionFunctionArgs) {
  const form = await parseForm(request, CodeForm, context);
  if (!form.ok) return form.reply;
  const token = form.value.code ?? "";
  const opened = await openJoinLink(context.wiring, { token, address: context.clientAddress });
  if (opened.ok || opened.reason === "expired") return redirect(`/join/${showInvitationCode(token)}`);
  const wrong = { status: 422, key: "invitations:fault.unknown", field: "code" } as const;
  return refuse(
    context,
    opened,
    { not_found: wrong, expired: wrong, too_many: { status: 429, key: "invitations:fault.too_often", field: "code" } },
    form.typed,
  );
}

export default function TypeCode() {
  const { t } = useTranslation("invitations");
  return (
    <Page title={t("code.title")} lead={t("code.lead")}>
      <Form reply={useActionData<typeof action>()}>
        <TextField
          name="code"
          label={t("code.code")}
          hint={t("code.hint")}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          maxLength={40}
          required
        />
        <Button look="primary" pendingText={t("code.pending")}>
          {t("code.go")}
        </Button>
      </Form>
      <p className="text-ink-soft">
        {t("code.none")} <TextLink to="/sign-in">{t("code.signIn")}</TextLink>
      </p>
    </Page>
  );
}
