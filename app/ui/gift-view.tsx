import { useTranslation } from "react-i18next";
import type { GiftStanding } from "~/domain/fund/gift-truth";
import type { Currency } from "~/domain/fund/money";
import type { Purpose } from "~/domain/fund/purposes";
import { Button, buttonClasses } from "./button";
import { DescriptionList } from "./description-list";
import { Form } from "./form";
import type { FormReply } from "./form-reply";
import { formatMoney } from "./format";
import { Notice } from "./notice";
import { StandingBadge } from "./standing-badge";

interface GiftViewProps {
  gift: {
    schoolName: string;
    purpose: string;
    minor: number;
    currency: string;
    standing: GiftStanding;
    payUrl: string | null;
    isPayable: boolean;
  };
  reply: FormReply | undefined;
}

/** A gift as its donor sees it: what it is, how it stands, and the way to pay while something is to be paid. */
export function GiftView({ gift, reply }: GiftViewProps) {
  const { t, i18n } = useTranslation("fund");
  const { schoolName, purpose, minor, currency, standing, payUrl, isPayable } = gift;
  return (
    <>
      {standing === "paid" && <Notice tone="go">{t("gift.thanks")}</Notice>}
      {standing === "processing" && <Notice tone="wait">{t("gift.processing")}</Notice>}
      {standing === "failed" && <Notice tone="stop">{t("gift.again")}</Notice>}
      <DescriptionList
        rows={[
          { name: t("gift.school"), value: schoolName },
          { name: t("gift.purpose"), value: t(`purpose.${purpose as Purpose}`) },
          { name: t("gift.amount"), value: formatMoney(minor, currency as Currency, i18n.language) },
          { name: t("gift.status"), value: <StandingBadge standing={standing} /> },
        ]}
      />
      {isPayable && payUrl && (
        <div>
          <a href={payUrl} rel="noreferrer" className={buttonClasses("primary")}>
            {t("gift.toStripe")}
          </a>
          <p className="mt-3 text-ink-soft">{t("gift.toStripeHint")}</p>
        </div>
      )}
      {isPayable && !payUrl && (
        <Form reply={reply}>
          <Button look="primary" pendingText={t("gift.paying")}>
            {t("gift.pay")}
          </Button>
        </Form>
      )}
    </>
  );
}
