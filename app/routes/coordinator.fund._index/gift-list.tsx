import { useTranslation } from "react-i18next";
import { isUnderWay } from "~/domain/fund/gift-truth";
import { type Currency, writeMoney } from "~/domain/fund/money";
import type { Purpose } from "~/domain/fund/purposes";
import { Button } from "~/ui/button";
import { Row, RowList } from "~/ui/card";
import { Form } from "~/ui/form";
import type { FormReply } from "~/ui/form-reply";
import { formatDay, formatMoney } from "~/ui/format";
import { StandingBadge } from "~/ui/standing-badge";
import { ChequeFor } from "./cheque-form";
import { Cheques, type ChequeView } from "./cheques";
import { ForgetDonor } from "./forget-donor";
import { type ThanksView, ThanksWished } from "./thanks-wish";

export interface GiftRow {
  id: string;
  donor: string;
  anonymous: boolean;
  purpose: string;
  minor: number;
  currency: string;
  standing: string;
  purchaseOrder: string;
  dueOn: string | null;
  cheques: readonly ChequeView[];
  wish: ThanksView;
  /** Who gave is known and can be forgotten. */
  isNamed: boolean;
  /** For the form of a check that comes for it. */
  formKey: string;
}

interface GiftListProps {
  gifts: readonly GiftRow[];
  mayRun: boolean;
  today: string;
  /** The answer to a check that was refused. */
  reply: FormReply | undefined;
}

/** Standings of a gift that a check may come for. */
const AWAITED: readonly string[] = ["pledged", "invoiced", "outside"];

/** The newest gifts, each leading to its entries. */
export function GiftList({ gifts, mayRun, today, reply }: GiftListProps) {
  const { t, i18n } = useTranslation("fund");
  if (gifts.length === 0) return <p className="text-ink-soft">{t("fund.noGifts")}</p>;
  return (
    <RowList label={t("fund.gifts")}>
      {gifts.map(
        ({
          id,
          donor,
          anonymous,
          purpose,
          minor,
          currency,
          standing,
          purchaseOrder,
          dueOn,
          cheques,
          formKey,
          isNamed,
          wish,
        }) => (
          <Row
            key={id}
            to={`/coordinator/fund/entries?gift=${id}`}
            title={`${formatMoney(minor, currency as Currency, i18n.language)} · ${donor || t("fund.forgotten")}`}
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
                {standing === "pledged" && (
                  <Button look="danger" name="intent" value="end" pendingText={t("fund.deciding")}>
                    {t("fund.endPromise")}
                  </Button>
                )}
                {standing === "invoiced" && (
                  <Button look="danger" name="intent" value="void" pendingText={t("fund.deciding")}>
                    {t("fund.voidInvoice")}
                  </Button>
                )}
              </Form>
            }
          >
            <Cheques giftId={id} cheques={cheques} currency={currency as Currency} mayRun={mayRun} />
            {mayRun && AWAITED.includes(standing) && (
              <ChequeFor
                giftId={id}
                formKey={formKey}
                amount={writeMoney(minor, currency as Currency)}
                today={today}
                reply={reply?.values?.giftId === id ? reply : undefined}
              />
            )}
            <ThanksWished giftId={id} wish={wish} isPaid={standing === "paid"} />
            {mayRun && isNamed && !isUnderWay(standing) && <ForgetDonor giftId={id} />}
          </Row>
        ),
      )}
    </RowList>
  );
}
