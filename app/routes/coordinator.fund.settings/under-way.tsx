import { useTranslation } from "react-i18next";
import type { Currency } from "~/domain/fund/money";
import type { AccountOnPage } from "~/features/fund/accounts-on-page.server";
import { formatMoney } from "~/ui/format";
import { StandingBadge } from "~/ui/standing-badge";
import { TextLink } from "~/ui/text-link";

/** Gifts that are named one by one; more of them are only counted. */
const SHOWN = 10;

/** What is still under way at an account, each gift a way to its page. */
export function UnderWay({ gifts }: { gifts: AccountOnPage["underWay"] }) {
  const { t } = useTranslation("fund");
  if (gifts.length === 0) return <p>{t("accounts.nothingUnderWay")}</p>;
  return (
    <>
      <p>{t("accounts.underWay", { count: gifts.length })}</p>
      <GiftLinks gifts={gifts} />
    </>
  );
}

/** Invoices that may still be paid at an account that was ended; nothing where there are none. */
export function LeftInvoices({ gifts }: { gifts: AccountOnPage["leftInvoices"] }) {
  const { t } = useTranslation("fund");
  if (gifts.length === 0) return null;
  return (
    <>
      <p>{t("accounts.leftInvoices", { count: gifts.length })}</p>
      <GiftLinks gifts={gifts} />
    </>
  );
}

function GiftLinks({ gifts }: { gifts: AccountOnPage["underWay"] }) {
  const { i18n } = useTranslation("fund");
  return (
    <ul className="space-y-2">
      {gifts.slice(0, SHOWN).map(({ id, standing, minor, currency }) => (
        <li key={id} className="flex flex-wrap items-center gap-2">
          <TextLink to={`/coordinator/fund/gifts/${id}`}>
            {formatMoney(minor, currency as Currency, i18n.language)}
          </TextLink>
          <StandingBadge standing={standing} />
        </li>
      ))}
    </ul>
  );
}
