import { useTranslation } from "react-i18next";
import type { AccountOnPage } from "~/features/fund/accounts-on-page.server";
import { Button } from "~/ui/button";
import { Disclosure } from "~/ui/disclosure";
import { Form } from "~/ui/form";
import type { FormReply } from "~/ui/form-reply";
import { HeardName } from "~/ui/heard-name";
import { TextField } from "~/ui/text-fields";
import { DisconnectForm } from "./disconnect-form";
import { EarlierAccounts } from "./earlier-accounts";
import { SecretForms } from "./secret-forms";

interface AccountFormsProps {
  book: "test" | "live";
  accounts: { current: AccountOnPage | null; before: AccountOnPage[] };
  webhookUrl: string;
  neededEvents: readonly string[];
  /** The school uses this book, and it waits for its key. */
  isNeeded: boolean;
  reply: FormReply | undefined;
}

/** The accounts of one book: its key and webhook secrets, and those from before. */
export function AccountForms({ book, accounts, webhookUrl, neededEvents, isNeeded, reply }: AccountFormsProps) {
  const { t } = useTranslation("fund");
  const { current, before } = accounts;
  const isAbout = ({ accountId }: AccountOnPage) => reply?.values?.accountId === accountId;
  const isOpen = reply?.values?.book === book || [...before, ...(current ? [current] : [])].some(isAbout);
  const key = current?.hasKey ? t("settings.hasKey", { hint: current.keyHint }) : t("settings.noKey");
  return (
    <Disclosure summary={`${t(`settings.${book}`)} · ${key}`} open={isNeeded || isOpen}>
      <Form reply={reply?.values?.book === book ? reply : undefined} scope={`${book}-key`}>
        {current && !current.hasKey && <p>{t("accounts.takeUp", { account: current.stripeAccount })}</p>}
        <input type="hidden" name="book" value={book} />
        <input type="hidden" name="accountId" value={current?.accountId ?? ""} />
        <input type="hidden" name="seen" value={current?.revision ?? 0} />
        {/* What was stored leaves the field: a key is never shown again, not as dots either. */}
        <TextField
          key={`${current?.accountId} ${current?.revision}`}
          name="secretKey"
          type="password"
          label={t("settings.key")}
          hint={t("settings.keyHint")}
          autoComplete="off"
          required
        />
        <Button name="intent" value="connect" pendingText={t("settings.saving")}>
          <span>
            {t("settings.connect")}
            <HeardName>{t(`settings.${book}`)}</HeardName>
          </span>
        </Button>
      </Form>
      {current && (
        <SecretForms
          account={current}
          webhookUrl={webhookUrl}
          neededEvents={neededEvents}
          reply={isAbout(current) ? reply : undefined}
        />
      )}
      {current?.hasKey && <DisconnectForm account={current} reply={isAbout(current) ? reply : undefined} />}
      <EarlierAccounts accounts={current && !current.hasKey ? [current, ...before] : before} reply={reply} />
    </Disclosure>
  );
}
