import { useTranslation } from "react-i18next";
import type { AccountOnPage } from "~/features/fund/accounts-on-page.server";
import { Button } from "~/ui/button";
import { Disclosure } from "~/ui/disclosure";
import { Form } from "~/ui/form";
import type { FormReply } from "~/ui/form-reply";
import { ShownAccount } from "./shown-account";
import { UnderWay } from "./under-way";

/** Forgets the key of the account that takes gifts, after saying what that means and what goes on at Stripe. */
export function DisconnectForm({ account, reply }: { account: AccountOnPage; reply: FormReply | undefined }) {
  const { t } = useTranslation("fund");
  const own = reply?.values?.intent === "disconnect" ? reply : undefined;
  return (
    <Disclosure summary={t("accounts.disconnect")} open={own !== undefined}>
      <Form reply={own} scope={`${account.accountId}-disconnect`}>
        <ShownAccount account={account} />
        <p>{t("accounts.disconnectLead")}</p>
        <UnderWay gifts={account.underWay} />
        <Button look="danger" name="intent" value="disconnect" pendingText={t("settings.saving")}>
          {t("accounts.disconnectNow")}
        </Button>
      </Form>
    </Disclosure>
  );
}
