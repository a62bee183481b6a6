import { useTranslation } from "react-i18next";
import { type GiftStanding, isPart, isPartOnItsWay } from "~/domain/fund/gift-truth";
import type { Currency } from "~/domain/fund/money";
import type { Purpose } from "~/domain/fund/purposes";
import type { ThanksWish } from "~/domain/fund/thanks";
import { Button, buttonClasses } from "./button";
import { DescriptionList } from "./description-list";
import { Disclosure } from "./disclosure";
import { Form } from "./form";
import type { FormReply } from "./form-reply";
import { formatDay, formatMoney } from "./format";
import { Notice } from "./notice";
import { PracticeNotice } from "./practice-notice";
import { SchoolHelp } from "./school-help";
import { STANDING_TONES, StandingBadge } from "./standing-badge";
import { TextField } from "./text-fields";
import { ThanksForm } from "./thanks-form";

interface GiftViewProps {
  gift: {
    schoolName: string;
    help: { name: string; phone: string };
    purpose: string;
    minor: number;
    cameMinor: number;
    processingMinor: number;
    isVoidable: boolean;
    currency: string;
    standing: GiftStanding;
    cameBack: string | null;
    payUrl: string | null;
    isPayable: boolean;
    tooLittleMinor: number;
    isClosed: boolean;
    isMailed: boolean;
    isLeftThere: boolean;
    purchaseOrder: string;
    dueOn: string | null;
    hasMail: boolean;
    schoolId: string;
    isPractice: boolean;
    mayBeThanked: boolean;
    thanks: ThanksWish;
    isAnonymous: boolean;
    isThanked: boolean;
  };
  /** The donor said that they want an invoice. */
  wantsInvoice: boolean;
  reply: FormReply | undefined;
}

/** A gift as its donor sees it: what it is, how it stands, and the ways to pay while something is to be paid. */
export function GiftView({ gift, wantsInvoice, reply }: GiftViewProps) {
  const { t, i18n } = useTranslation("fund");
  const { schoolName, purpose, minor, cameMinor, currency, standing, payUrl, isPayable, purchaseOrder, dueOn } = gift;
  const money = (amount: number) => formatMoney(amount, currency as Currency, i18n.language);
  const isInvoiced = standing === "invoiced" || standing === "uncollectible";
  const isUnmailed = standing === "invoiced" && !gift.isMailed;
  const replyTo = (intent: string) => (reply?.values?.intent === intent ? reply : undefined);
  return (
    <>
      <PracticeNotice isPractice={gift.isPractice} to="donors" />
      <HowItStands gift={gift} />
      <DescriptionList
        rows={[
          { name: t("gift.school"), value: schoolName },
          { name: t("gift.purpose"), value: t(`purpose.${purpose as Purpose}`) },
          { name: t("gift.amount"), value: money(minor) },
          ...(isPart(gift) ? [{ name: t("gift.came"), value: money(cameMinor) }] : []),
          ...(isPartOnItsWay(gift) ? [{ name: t("gift.onItsWay"), value: money(gift.processingMinor) }] : []),
          { name: t("gift.status"), value: <StandingBadge standing={standing} cameBack={gift.cameBack} /> },
          ...(purchaseOrder ? [{ name: t("gift.purchaseOrder"), value: purchaseOrder }] : []),
          ...(isInvoiced && dueOn
            ? [{ name: t("gift.due"), value: formatDay(dueOn, i18n.language, { withYear: true }) }]
            : []),
        ]}
      />
      {isPayable && payUrl && (
        <div>
          <a href={payUrl} rel="noreferrer" className={buttonClasses("primary")}>
            {t(isInvoiced ? "gift.toInvoice" : "gift.toStripe")}
          </a>
          <p className="mt-3 text-ink-soft">
            {t("gift.toStripeHint")} {t(gift.hasMail ? "gift.receiptComes" : "gift.noReceipt")}
          </p>
        </div>
      )}
      {isPayable && !payUrl && !wantsInvoice && (
        <Form reply={replyTo("pay")} scope="pay">
          <Button look="primary" name="intent" value="pay" pendingText={t("gift.paying")}>
            {t("gift.pay")}
          </Button>
        </Form>
      )}
      {isPayable && isUnmailed && (
        <Form reply={replyTo("invoice")} scope="invoice">
          <Button name="intent" value="invoice" pendingText={t("gift.mailing")}>
            {t("gift.mailInvoice")}
          </Button>
        </Form>
      )}
      {isPayable && !isInvoiced && (
        <Disclosure summary={t("gift.askInvoice")} open={wantsInvoice || replyTo("invoice") !== undefined}>
          <InvoiceForm hasMail={gift.hasMail} reply={replyTo("invoice")} />
        </Disclosure>
      )}
      {gift.mayBeThanked && <ThanksForm gift={gift} reply={replyTo("thanks")} />}
      {gift.isVoidable && (
        <Form reply={replyTo("void")} scope="void">
          <Button look="danger" name="intent" value="void" pendingText={t("gift.voiding")}>
            {t("gift.void")}
          </Button>
        </Form>
      )}
      <SchoolHelp help={gift.help} />
    </>
  );
}

/** What the donor reads first: whether there is something to do, and what. */
function HowItStands({
  gift: { isClosed, isLeftThere, isMailed, isPayable, tooLittleMinor, currency, standing, ...gift },
}: Pick<GiftViewProps, "gift">) {
  const { t, i18n } = useTranslation("fund");
  const money = (amount: number) => formatMoney(amount, currency as Currency, i18n.language);
  if (isClosed)
    return (
      <Notice tone="wait" title={t(isLeftThere ? "give.left" : "give.closed")}>
        {t(isLeftThere ? "give.leftHelp" : "give.closedHelp")}
      </Notice>
    );
  if (tooLittleMinor > 0) return <Notice tone="wait">{t("gift.tooLittle", { amount: money(tooLittleMinor) })}</Notice>;
  const said = () => {
    if (standing === "invoiced" && !isMailed) return t("gift.unmailed");
    if (standing === "open" && !isPayable) return t("gift.ended");
    const came = money(gift.cameMinor);
    if (standing === "paid" && isPart(gift)) return t("gift.saidPart", { came });
    if (standing === "processing" && gift.cameMinor > 0)
      return t("gift.saidOnItsWay", { came, coming: money(gift.processingMinor) });
    return t(`gift.said.${standing}`);
  };
  return <Notice tone={STANDING_TONES[standing]}>{said()}</Notice>;
}

/** An invoice with the number of the donor's own purchase order. */
function InvoiceForm({ hasMail, reply }: { hasMail: boolean; reply: FormReply | undefined }) {
  const { t } = useTranslation("fund");
  return (
    <Form reply={reply} scope="invoice">
      <p>{t("gift.invoiceLead")}</p>
      <TextField name="purchaseOrder" label={t("gift.purchaseOrder")} hint={t("gift.purchaseOrderHint")} />
      {!hasMail && (
        <TextField name="donorMail" type="email" label={t("gift.invoiceMail")} autoComplete="email" required />
      )}
      <Button look="primary" name="intent" value="invoice" pendingText={t("gift.invoicing")}>
        {t("gift.sendInvoice")}
      </Button>
    </Form>
  );
}
