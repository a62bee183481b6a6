import { useTranslation } from "react-i18next";
import { type Currency, writeMoney } from "~/domain/fund/money";
import type { Purpose } from "~/domain/fund/purposes";
import { Button } from "~/ui/button";
import { Row, RowList } from "~/ui/card";
import { Checkbox } from "~/ui/choice-fields";
import { Disclosure } from "~/ui/disclosure";
import { ErrorSummary } from "~/ui/error-summary";
import { Form } from "~/ui/form";
import type { FormReply } from "~/ui/form-reply";
import { formatMoney } from "~/ui/format";
import { Badge } from "~/ui/status";
import { DateField, NumberField, TextField } from "~/ui/text-fields";
import type { Tone } from "~/ui/tone";

export interface AllocationView {
  id: string;
  student: string | null;
  purpose: string;
  minor: number;
  currency: string;
  state: string;
  need: string;
  decision: string;
  proposedBy: string | null;
  isOwn: boolean;
  evidence: string;
}

type State = "proposed" | "approved" | "disbursed" | "declined" | "withdrawn";
const TONES: Record<State, Tone> = {
  proposed: "wait",
  approved: "go",
  disbursed: "go",
  declined: "stop",
  withdrawn: "info",
};

interface AllocationListProps {
  allocations: readonly AllocationView[];
  today: string;
  /** The answer to a payment that was refused. */
  reply: FormReply | undefined;
  /** Any answer; shown above the list when it concerns no field. */
  fault: FormReply | undefined;
}

/** Every need, with what may be done about it by whom. */
export function AllocationList({ allocations, today, reply, fault }: AllocationListProps) {
  const { t } = useTranslation("fund");
  if (allocations.length === 0) return <p className="text-ink-soft">{t("fund.noAllocations")}</p>;
  return (
    <div className="space-y-4">
      {!fault?.values?.intent && <ErrorSummary errors={fault?.errors} />}
      <RowList label={t("fund.allocations")}>
        {allocations.map((allocation) => (
          <AllocationRow
            key={allocation.id}
            allocation={allocation}
            today={today}
            reply={reply?.values?.allocationId === allocation.id ? reply : undefined}
          />
        ))}
      </RowList>
    </div>
  );
}

interface AllocationRowProps {
  allocation: AllocationView;
  today: string;
  reply: FormReply | undefined;
}

function AllocationRow({ allocation, today, reply }: AllocationRowProps) {
  const { t, i18n } = useTranslation("fund");
  const { id, student, purpose, minor, state, need, decision, proposedBy, isOwn, evidence } = allocation;
  const currency = allocation.currency as Currency;
  return (
    <Row
      to={`/coordinator/fund/entries?allocation=${id}`}
      title={student ?? t("fund.erased")}
      status={<Badge tone={TONES[state as State]}>{t(`state.${state as State}`)}</Badge>}
      detail={t("fund.proposedBy", {
        amount: formatMoney(minor, currency, i18n.language),
        purpose: t(`purpose.${purpose as Purpose}`),
        name: proposedBy ?? "",
      })}
      actions={
        <Form className="contents" scope={id}>
          <input type="hidden" name="allocationId" value={id} />
          {state === "proposed" && !isOwn && <Decision intent="approve" />}
          {state === "proposed" && !isOwn && <Decision intent="decline" />}
          {(state === "approved" || (state === "proposed" && isOwn)) && <Decision intent="withdraw" />}
        </Form>
      }
    >
      {[need, decision, evidence].filter(Boolean).map((words) => (
        <p key={words}>{words}</p>
      ))}
      {state === "approved" && (
        <Disclosure summary={t("fund.pay")} open={reply !== undefined}>
          <Form reply={reply} scope={`paid-${id}`}>
            <input type="hidden" name="allocationId" value={id} />
            <NumberField
              name="amount"
              label={t("fund.paidAmount")}
              defaultValue={writeMoney(minor, currency)}
              required
            />
            <DateField name="paidOn" label={t("fund.paidOn")} defaultValue={today} max={today} required />
            <TextField name="evidence" label={t("fund.evidence")} hint={t("fund.evidenceHint")} required />
            <Checkbox name="confirmed" label={t("fund.confirmed")} />
            <Button name="intent" value="paid" pendingText={t("fund.deciding")}>
              {t("fund.savePaid")}
            </Button>
          </Form>
        </Disclosure>
      )}
    </Row>
  );
}

function Decision({ intent }: { intent: "approve" | "decline" | "withdraw" }) {
  const { t } = useTranslation("fund");
  const look = intent === "approve" ? "quiet" : "danger";
  return (
    <Button name="intent" value={intent} look={look} pendingText={t("fund.deciding")}>
      {t(`fund.${intent}`)}
    </Button>
  );
}
