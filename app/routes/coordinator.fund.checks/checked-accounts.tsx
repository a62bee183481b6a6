import { useTranslation } from "react-i18next";
import { Row, RowList } from "~/ui/card";
import { formatMoment } from "~/ui/format";
import { Section } from "~/ui/page";
import { Badge } from "~/ui/status";

interface CheckedAccountsProps {
  accounts: readonly { accountId: string | null; stripeAccount: string; hasKey: boolean; upTo: string | null }[];
  timeZone: string;
}

/** Up to which moment each account was compared, and which of them cannot be asked now. */
export function CheckedAccounts({ accounts, timeZone }: CheckedAccountsProps) {
  const { t, i18n } = useTranslation("fund");
  if (accounts.length === 0) return null;
  return (
    <Section title={t("checks.accounts")} lead={t("checks.accountsLead")}>
      <RowList label={t("checks.accounts")}>
        {accounts.map(({ accountId, stripeAccount, hasKey, upTo }) => (
          <Row
            key={accountId}
            title={stripeAccount || t(accountId === null ? "checks.serverAccount" : "checks.unnamedAccount")}
            detail={
              upTo === null
                ? t("checks.neverCompared")
                : t("checks.comparedUpTo", { at: formatMoment(upTo, i18n.language, timeZone) })
            }
            {...(!hasKey && { status: <Badge tone="wait">{t("checks.noKey")}</Badge> })}
          />
        ))}
      </RowList>
    </Section>
  );
}
