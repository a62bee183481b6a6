import { useTranslation } from "react-i18next";
import type { AccountOnPage } from "~/features/fund/accounts-on-page.server";
import { Button } from "~/ui/button";
import { Disclosure } from "~/ui/disclosure";
import { Form } from "~/ui/form";
import type { FormReply } from "~/ui/form-reply";
import { ShownAccount } from "./shown-account";

/** The end of the older of two webhook secrets of an account, where somebody else may know it. */
export function EndSecretForm({ account, reply }: { account: AccountOnPage; reply: FormReply | undefined }) {
  const { t } = useTranslation("fund");
  const { accountId, secretHints } = account;
  const [newest = "", old] = secretHints;
  if (old === undefined) return null;
  const isOwn = endsSecretOf(accountId, reply);
  return (
    <Disclosure summary={t("accounts.endSecret")} open={isOwn}>
      <Form reply={isOwn ? reply : undefined} scope={`${accountId}-end-secret`}>
        <ShownAccount account={account} />
        <p>{t("accounts.endSecretLead", { old, newest })}</p>
        <Button look="danger" name="intent" value="end-secret" pendingText={t("settings.saving")}>
          {t("accounts.endSecretNow")}
        </Button>
      </Form>
    </Disclosure>
  );
}

/** Whether an answer is about ending a secret of this account. */
export function endsSecretOf(accountId: string, reply: FormReply | undefined): boolean {
  return reply?.values?.intent === "end-secret" && reply.values.accountId === accountId;
}
