import { useTranslation } from "react-i18next";
import { lineWord } from "~/domain/fund/line-words";
import { isCurrency } from "~/domain/fund/money";
import { Button } from "~/ui/button";
import { Row, RowList } from "~/ui/card";
import { Disclosure } from "~/ui/disclosure";
import { Form } from "~/ui/form";
import type { FormReply } from "~/ui/form-reply";
import { formatMoment, formatMoney } from "~/ui/format";
import { HeardName } from "~/ui/heard-name";
import { Badge } from "~/ui/status";
import { TextField } from "~/ui/text-fields";

interface Difference {
  id: string;
  kind: string;
  reference: string;
  gift_id: string | null;
  line_kind: string;
  currency: string;
  stripe_minor: number;
  ledger_minor: number;
  found_at: string;
  settled_at: string | null;
  settled_by_name: string | null;
  note: string;
}

interface DifferenceListProps {
  differences: readonly Difference[];
  /** What the fund keeps. */
  currency: string;
  timeZone: string;
  maySettle: boolean;
  reply: FormReply | undefined;
}

type Kind = "gift_behind" | "payout_behind" | "unknown_line" | "foreign_line" | "missing_object" | "whole_balance";

/** What these are called is ours: nobody would find it at Stripe. */
const OWN_REFERENCE: readonly Kind[] = ["gift_behind", "missing_object", "whole_balance"];

/** What differed between Stripe and the ledger; lines nobody knows wait for a sentence by the business office. */
export function DifferenceList({ differences, currency: own, timeZone, maySettle, reply }: DifferenceListProps) {
  const { t, i18n } = useTranslation("fund");
  if (differences.length === 0) return <p className="text-ink-soft">{t("checks.noDifferences")}</p>;
  return (
    <RowList label={t("checks.differences")}>
      {differences.map((each) => {
        const kind = each.kind as Kind;
        const { currency } = each;
        // A line in a currency that no fund keeps is shown as Stripe counts it; pesos have the sign of dollars.
        const money = (minor: number) => {
          const amount = isCurrency(currency) ? formatMoney(minor, currency, i18n.language) : `${minor}`;
          return currency === own ? amount : `${amount} ${currency.toUpperCase()}`;
        };
        const isOpen = each.settled_at === null;
        const replied = reply?.values?.differenceId === each.id ? reply : undefined;
        // What is owed, on its way, at Stripe or at the bank is one sum: money may go from one to another, and the sum stays.
        const title =
          each.stripe_minor === each.ledger_minor
            ? t("checks.differsInPlace", { amount: money(each.stripe_minor) })
            : t("checks.differs", { stripe: money(each.stripe_minor), ledger: money(each.ledger_minor) });
        return (
          <Row
            key={each.id}
            to={leadOf(each)}
            title={title}
            detail={[
              t(`checks.kind.${kind === "unknown_line" && each.gift_id ? "unread_line" : kind}`),
              each.line_kind && t(`line.${lineWord(each.line_kind)}`),
              !OWN_REFERENCE.includes(kind) && each.reference,
              formatMoment(each.found_at, i18n.language, timeZone),
            ]
              .filter(Boolean)
              .join(" · ")}
            status={<Badge tone={isOpen ? "wait" : "go"}>{t(isOpen ? "checks.open" : "checks.done")}</Badge>}
          >
            {each.note && <p>{[each.note, each.settled_by_name].filter(Boolean).join(" · ")}</p>}
            {isOpen && maySettle && (
              <Disclosure
                summary={
                  <span>
                    {t("checks.settle")}
                    <HeardName>{title}</HeardName>
                  </span>
                }
                open={replied !== undefined}
              >
                <Form reply={replied} scope={each.id}>
                  <input type="hidden" name="differenceId" value={each.id} />
                  <input type="hidden" name="stripeMinor" value={each.stripe_minor} />
                  <input type="hidden" name="ledgerMinor" value={each.ledger_minor} />
                  <TextField name="note" label={t("checks.note")} hint={t("checks.noteHint")} required />
                  <Button name="intent" value="settle" pendingText={t("fund.saving")}>
                    <span>
                      {t("checks.save")}
                      <HeardName>{title}</HeardName>
                    </span>
                  </Button>
                </Form>
              </Disclosure>
            )}
          </Row>
        );
      })}
    </RowList>
  );
}

/**
 * Where what a difference is about can be read: what a person has said of it, the gift that it is of, what is booked of its payout, or what
 * the ledger holds at Stripe. Of a line that nobody knows nothing is booked.
 */
function leadOf({ kind, reference, gift_id: giftId, note }: Difference): string | undefined {
  const entries = (query: string) => `/coordinator/fund/entries?${query}`;
  const isOther = kind === "unknown_line" || kind === "whole_balance";
  if (isOther && note !== "") return entries(`line=${reference}`);
  if (giftId !== null) return `/coordinator/fund/gifts/${giftId}`;
  if (kind === "gift_behind" || kind === "missing_object") return entries(`gift=${reference}`);
  if (kind === "payout_behind" || reference.startsWith("po_")) return entries(`payout=${reference}`);
  return kind === "whole_balance" ? entries("account=stripe") : undefined;
}
