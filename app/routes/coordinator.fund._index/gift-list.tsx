import { useTranslation } from "react-i18next";
import type { Currency } from "~/domain/fund/money";
import type { Purpose } from "~/domain/fund/purposes";
import { Button } from "~/ui/button";
import { Row, RowList } from "~/ui/card";
import { Form } from "~/ui/form";
import { formatDay, formatMoney } from "~/ui/format";
import { StandingBadge } from "~/ui/standing-badge";

export interface GiftRow {
  id: string;
  donor: string;
  anonymous: boolean;
  purpose: string;
  minor: number;
  currency: string;
  standing: string;
  way: string;
  purchaseOrder: string;
  dueOn: string | null;
}

/** The newest gifts, each leading to its entries. */
export function GiftList({ gifts, mayRun }: { gifts: readonly GiftRow[]; mayRun: boolean }) {
  const { t, i18n } = useTranslation("fund");
  if (gifts.length === 0) return <p className="text-ink-soft">{t("fund.noGifts")}</p>;
  return (
    <RowList label={t("fund.gifts")}>
      {gifts.map(({ id, donor, anonymous, purpose, minor, currency, standing, way, purchaseOrder, dueOn }) => (
        <Row
          key={id}
          to={`/coordinator/fund/entries?gift=${id}`}
          title={`${formatMoney(minor, currency as Currency, i18n.language)} · ${donor}`}
          detail={[
            t(`purpose.${purpose as Purpose}`),
            anonymous && t("fund.anonymous"),
            purchaseOrder && t("fund.purchaseOrder", { number: purchaseOrder }),
            standing === "invoiced" && dueOn && t("fund.due", { day: formatDay(dueOn, i18n.language) }),
          ]
            .filter(Boolean)
            .join(" · ")}
          status={<StandingBadge standing={standing} />}
          actions={
            <Form className="contents" scope={id}>
              <input type="hidden" name="giftId" value={id} />
              {way === "pledge" && standing === "pledged" && (
                <Button look="danger" name="intent" value="end" pendingText={t("fund.deciding")}>
                  {t("fund.endPromise")}
                </Button>
              )}
              {standing === "invoiced" && (
                <Button look="danger" name="intent" value="void" pendingText={t("fund.deciding")}>
                  {t("fund.voidInvoice")}
                </Button>
              )}
              {mayRun && way === "cheque" && standing === "paid" && (
                <Button look="danger" name="intent" value="bounce" pendingText={t("fund.deciding")}>
                  {t("fund.bounce")}
                </Button>
              )}
            </Form>
          }
        />
      ))}
    </RowList>
  );
}
