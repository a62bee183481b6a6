import { useTranslation } from "react-i18next";
import type { Currency } from "~/domain/fund/money";
import { Button } from "~/ui/button";
import { Form } from "~/ui/form";
import { formatDay, formatMoney } from "~/ui/format";

export interface ChequeView {
  id: string;
  minor: number;
  number: string;
  receivedOn: string;
  hasBounced: boolean;
}

interface ChequesProps {
  giftId: string;
  cheques: readonly ChequeView[];
  currency: Currency;
  mayRun: boolean;
}

/** The checks that came for a gift; an admin takes down that one came back. */
export function Cheques({ giftId, cheques, currency, mayRun }: ChequesProps) {
  const { t, i18n } = useTranslation("fund");
  if (cheques.length === 0) return null;
  return (
    <ul className="space-y-2">
      {cheques.map(({ id, minor, number, receivedOn, hasBounced }) => (
        <li key={id} className="flex flex-wrap items-center gap-3">
          <span>
            {[
              t("fund.chequeOf", { amount: formatMoney(minor, currency, i18n.language) }),
              number,
              formatDay(receivedOn, i18n.language, { withYear: true }),
              hasBounced && t("fund.hasBounced"),
            ]
              .filter(Boolean)
              .join(" · ")}
          </span>
          {mayRun && !hasBounced && (
            <Form className="contents" scope={id}>
              <input type="hidden" name="giftId" value={giftId} />
              <input type="hidden" name="chequeId" value={id} />
              <Button look="danger" name="intent" value="bounce" pendingText={t("fund.deciding")}>
                {t("fund.bounce")}
              </Button>
            </Form>
          )}
        </li>
      ))}
    </ul>
  );
}
