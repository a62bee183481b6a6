import { useTranslation } from "react-i18next";
import type { Currency } from "~/domain/fund/money";
import { Button } from "~/ui/button";
import { Row, RowList } from "~/ui/card";
import { Form } from "~/ui/form";
import { formatDay, formatMoney } from "~/ui/format";
import { HeardName } from "~/ui/heard-name";
import { Badge } from "~/ui/status";

interface GiftCheque {
  id: string;
  minor: number;
  number: string;
  /** Why it is more than the fund takes at once; empty when it is not, or its donor is forgotten. */
  whyMore: string;
  receivedOn: string;
  hasBounced: boolean;
}

interface ChequesProps {
  giftId: string;
  cheques: readonly GiftCheque[];
  currency: Currency;
  mayRun: boolean;
}

/** The checks that came for a gift, each leading to what its checks have brought to the bank; an admin takes down that one came back. */
export function Cheques({ giftId, cheques, currency, mayRun }: ChequesProps) {
  const { t, i18n } = useTranslation("fund");
  return (
    <RowList label={t("cheque.all")}>
      {cheques.map(({ id, minor, number, whyMore, receivedOn, hasBounced }) => (
        <Row
          key={id}
          to={`/coordinator/fund/entries?gift=${giftId}&account=bank`}
          title={formatMoney(minor, currency, i18n.language)}
          detail={[number && t("cheque.numbered", { number }), formatDay(receivedOn, i18n.language, { withYear: true })]
            .filter(Boolean)
            .join(" · ")}
          status={hasBounced && <Badge tone="stop">{t("cheque.hasBounced")}</Badge>}
          actions={
            mayRun &&
            !hasBounced && (
              <Form className="contents" scope={id}>
                <input type="hidden" name="chequeId" value={id} />
                <Button look="danger" name="intent" value="bounce" pendingText={t("fund.saving")}>
                  <span>
                    {t("cheque.bounce")}
                    <HeardName>
                      {[formatMoney(minor, currency, i18n.language), number && t("cheque.numbered", { number })]
                        .filter(Boolean)
                        .join(" · ")}
                    </HeardName>
                  </span>
                </Button>
              </Form>
            )
          }
        >
          {whyMore && (
            <p>
              <span className="text-ink-soft">{t("cheque.whyMore")}</span> {whyMore}
            </p>
          )}
        </Row>
      ))}
    </RowList>
  );
}
