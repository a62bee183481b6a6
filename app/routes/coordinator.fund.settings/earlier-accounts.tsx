import { useTranslation } from "react-i18next";
import type { AccountOnPage } from "~/features/fund/accounts-on-page.server";
import { Button } from "~/ui/button";
import { Disclosure } from "~/ui/disclosure";
import { Form } from "~/ui/form";
import type { FormReply } from "~/ui/form-reply";
import { formatDay } from "~/ui/format";
import { EndSecretForm, endsSecretOf } from "./end-secret-form";
import { ShownAccount } from "./shown-account";
import { LeftInvoices, UnderWay } from "./under-way";

interface EarlierAccountsProps {
  accounts: readonly AccountOnPage[];
  reply: FormReply | undefined;
}

/** Accounts that take no gifts any more: until they are ended they are listened to and compared every night. */
export function EarlierAccounts({ accounts, reply }: EarlierAccountsProps) {
  const { t, i18n } = useTranslation("fund");
  return accounts.map((account) =>
    account.endedAt === null ? (
      <EndForm key={account.accountId} account={account} reply={reply} />
    ) : (
      <div key={account.accountId} className="space-y-2">
        <p className="break-words text-ink-soft">
          {t("accounts.ended", {
            account: account.stripeAccount,
            day: formatDay(account.endedAt, i18n.language, { withYear: true }),
          })}
        </p>
        <LeftInvoices gifts={account.leftInvoices} />
      </div>
    ),
  );
}

function EndForm({ account, reply }: { account: AccountOnPage; reply: FormReply | undefined }) {
  const { t } = useTranslation("fund");
  const { accountId, stripeAccount, hasKey, underWay } = account;
  const isOwn = reply?.values?.intent === "end-account" && reply.values?.accountId === accountId;
  const lead = hasKey ? "accounts.stillRead" : "accounts.notRead";
  return (
    <Disclosure
      summary={t("accounts.earlier", { account: stripeAccount })}
      open={isOwn || endsSecretOf(accountId, reply)}
    >
      <EndSecretForm account={account} reply={reply} />
      <Form reply={isOwn ? reply : undefined} scope={`${accountId}-end`}>
        <ShownAccount account={account} />
        <input type="hidden" name="underWay" value={underWay.length} />
        <p>{t(lead)}</p>
        <UnderWay gifts={underWay} />
        <p>{t("accounts.endLead")}</p>
        <Button look="danger" name="intent" value="end-account" pendingText={t("settings.saving")}>
          {t("accounts.endNow")}
        </Button>
      </Form>
    </Disclosure>
  );
}
