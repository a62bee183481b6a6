import { useTranslation } from "react-i18next";
import type { Currency } from "~/domain/fund/money";
import type { Purpose } from "~/domain/fund/purposes";
import { Button } from "~/ui/button";
import { Row, RowList } from "~/ui/card";
import { ErrorSummary } from "~/ui/error-summary";
import { Form } from "~/ui/form";
import type { FormReply } from "~/ui/form-reply";
import { formatDay, formatMoney } from "~/ui/format";
import { HeardName } from "~/ui/heard-name";
import { Badge } from "~/ui/status";
import { TextLink } from "~/ui/text-link";
import type { Tone } from "~/ui/tone";
import { PaidForm } from "./paid-form";
import { Receipts } from "./receipts";
import type { Need } from "./view.server";

type State = "proposed" | "approved" | "disbursed" | "declined" | "withdrawn";
const TONES: Record<State, Tone> = {
  proposed: "wait",
  approved: "wait",
  disbursed: "go",
  declined: "stop",
  withdrawn: "info",
};

interface NeedListProps {
  needs: readonly Need[];
  label: string;
  /** Said when there are none. */
  none: string;
  today: string;
  bankMinor: number;
  /** The answer to a form of one of them that was refused. */
  reply: FormReply | undefined;
}

/** Needs, each with what may be done about it by whom. */
export function NeedList({ needs, label, none, today, bankMinor, reply }: NeedListProps) {
  if (needs.length === 0) return <p className="text-ink-soft">{none}</p>;
  return (
    <RowList label={label}>
      {needs.map((need) => (
        <NeedRow
          key={need.id}
          need={need}
          today={today}
          bankMinor={bankMinor}
          reply={reply?.values?.allocationId === need.id ? reply : undefined}
        />
      ))}
    </RowList>
  );
}

interface NeedRowProps {
  need: Need;
  today: string;
  bankMinor: number;
  reply: FormReply | undefined;
}

function NeedRow({ need, today, bankMinor, reply }: NeedRowProps) {
  const { t, i18n } = useTranslation("fund");
  const { id, student, purpose, minor, paidMinor, paidOn, state, proposedBy, approvedBy, isOwn, evidence } = need;
  const money = (amount: number) => formatMoney(amount, need.currency as Currency, i18n.language);
  const intent = reply?.values?.intent;
  const title = `${money(paidMinor ?? minor)} · ${student ?? t("needs.erased")}`;
  return (
    <Row
      title={title}
      status={<Badge tone={TONES[state as State]}>{t(`state.${state as State}`)}</Badge>}
      detail={[
        t(`purpose.${purpose as Purpose}`),
        paidMinor !== null && paidMinor < minor && t("needs.setAside", { amount: money(minor) }),
        paidOn && t("needs.paidOn", { day: formatDay(paidOn, i18n.language, { withYear: true }) }),
        proposedBy && t("needs.proposedBy", { name: proposedBy }),
        approvedBy && t("needs.approvedBy", { name: approvedBy }),
      ]
        .filter(Boolean)
        .join(" · ")}
      actions={
        <Form className="contents" scope={id}>
          <input type="hidden" name="allocationId" value={id} />
          {state === "proposed" && !isOwn && <Decision intent="approve" title={title} />}
          {state === "proposed" && !isOwn && <Decision intent="decline" title={title} />}
          {(state === "approved" || (state === "proposed" && isOwn)) && <Decision intent="withdraw" title={title} />}
        </Form>
      }
    >
      {need.need && <p>{need.need}</p>}
      {need.decision && <p>{t("needs.decided", { where: need.decision })}</p>}
      {evidence && <p>{t("needs.receiptAt", { where: evidence })}</p>}
      {!intent && <ErrorSummary errors={reply?.errors} />}
      {state === "proposed" && isOwn && <p className="text-ink-soft">{t("needs.ownWaits")}</p>}
      {state === "approved" && (
        <PaidForm
          need={need}
          title={title}
          bankMinor={bankMinor}
          today={today}
          reply={intent === "paid" ? reply : undefined}
        />
      )}
      {state === "disbursed" && (
        <Receipts need={need} title={title} reply={intent === "add-receipt" ? reply : undefined} />
      )}
      {need.isBooked && (
        <TextLink to={`/coordinator/fund/entries?allocation=${id}`}>
          {t("fund.seeEntries")}
          <HeardName>{title}</HeardName>
        </TextLink>
      )}
    </Row>
  );
}

function Decision({ intent, title }: { intent: "approve" | "decline" | "withdraw"; title: string }) {
  const { t } = useTranslation("fund");
  const look = intent === "approve" ? "quiet" : "danger";
  return (
    <Button name="intent" value={intent} look={look} pendingText={t("fund.saving")}>
      <span>
        {t(`needs.${intent}`)}
        <HeardName>{title}</HeardName>
      </span>
    </Button>
  );
}
