import { Fragment } from "react";
import { useTranslation } from "react-i18next";
import type { AccountOnPage } from "~/features/fund/accounts-on-page.server";
import { Button } from "~/ui/button";
import { Disclosure } from "~/ui/disclosure";
import { Form } from "~/ui/form";
import type { FormReply } from "~/ui/form-reply";
import { TextField } from "~/ui/text-fields";
import { EndSecretForm } from "./end-secret-form";
import { ShownAccount } from "./shown-account";

interface SecretFormsProps {
  account: AccountOnPage;
  webhookUrl: string;
  neededEvents: readonly string[];
  reply: FormReply | undefined;
}

/** A new webhook secret beside the one before, and the end of the old one where somebody else may know it. */
export function SecretForms({ account, webhookUrl, neededEvents, reply }: SecretFormsProps) {
  const { t } = useTranslation("fund");
  const { accountId, secretHints } = account;
  const [newest = ""] = secretHints;
  return (
    <>
      <Form reply={reply?.values?.intent === "secret" ? reply : undefined} scope={`${accountId}-secret`}>
        <ShownAccount account={account} />
        <p>
          {t("settings.secrets", { count: secretHints.length })}
          {newest && ` ${t("accounts.newest", { hint: newest })}`}
        </p>
        {/* What was stored leaves the field, as with the key. */}
        <TextField
          key={account.revision}
          name="webhookSecret"
          type="password"
          label={t("settings.secret")}
          hint={t("settings.secretHint", { url: webhookUrl })}
          autoComplete="off"
          required
        />
        <Disclosure summary={t("settings.events")}>
          <ul className="list-disc ps-6 break-words">
            {neededEvents.map((name) => (
              <li key={name}>
                <code>
                  {name.split(/(?<=[._])/).map((part) => (
                    <Fragment key={part}>
                      {part}
                      <wbr />
                    </Fragment>
                  ))}
                </code>
              </li>
            ))}
          </ul>
        </Disclosure>
        <Button name="intent" value="secret" pendingText={t("settings.saving")}>
          {t("settings.addSecret")}
        </Button>
      </Form>
      <EndSecretForm account={account} reply={reply} />
    </>
  );
}
