import { useTranslation } from "react-i18next";
import { Row, RowList } from "~/ui/card";
import { formatMoment } from "~/ui/format";
import { Section } from "~/ui/page";
import { Badge } from "~/ui/status";

interface CheckedAccountsProps {
  /** The account that no admin entered is the stand-in, not one that the settings of the server name. */
  isStandIn: boolean;
  accounts: readonly { accountId: string | null; stripeAccount: string; hasKey: boolean; upTo: string | null }[];
  timeZone: string;
}

/** Up to which moment each account was compared, and which of them cannot be asked now. */
export function CheckedAccounts({ accounts, isStandIn, timeZone }: CheckedAccountsProps) {
  const { t, i18n } = useTranslation("fund");
  if (accounts.length === 0) return null;
  const unentered = t(isStandIn ? "checks.standIn" : "checks.serverAccount");
  return (
    <Section title={t("checks.accounts")} lead={t("checks.accountsLead")}>
      <RowList label={t("checks.accounts")}>
        {accounts.map(({ accountId, stripeAccount, hasKey, upTo }) => (
          <Row
            key={accountId}
            title={stripeAccount || (accountId === null ? unentered : t("checks.unnamedAccount"))}
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
