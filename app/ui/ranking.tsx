import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Check } from "~/domain/matching/eligibility";
import type { Explanation } from "~/domain/matching/explain";
import type { Datum } from "~/domain/matching/findings";
import type { PairScore } from "~/domain/matching/score";
import { Button } from "./button";
import { Row, RowList } from "./card";
import { Disclosure } from "./disclosure";
import { EmptyState } from "./empty-state";
import { ErrorSummary } from "./error-summary";
import { FitBadge, FitReasons } from "./fit-reasons";
import { Form } from "./form";
import type { FormReply } from "./form-reply";
import { useMatchWords } from "./match-words";
import type { PairApproval } from "./pair-approval";
import { PairDetails } from "./pair-details";
import { PutBack } from "./put-back";
import { type PairRuling, RulingForm, RulingWords } from "./ruling-form";
import { Badge } from "./status";

export interface RankedRow {
  id: string;
  to: string;
  title: string;
  detail: string;
  score: PairScore;
  explanation: Explanation;
  checks: readonly Check[];
  /** What the newest plan says of the pair. */
  plan?: ReactNode;
  approval: PairApproval | null;
  /** Both halves of the pair by name, and what is settled about it. */
  pair: { studentId: string; student: string; listingId: string; title: string };
  ruling: PairRuling | null;
}

export interface BlockedRow {
  id: string;
  title: string;
  blockers: readonly { code: string; data: Datum }[];
}

interface RankingProps {
  ranked: readonly RankedRow[];
  blocked: readonly BlockedRow[];
  eligibleCount: number;
  /** Names the list of the ranked. */
  label: string;
  emptyTitle: string;
  reply: FormReply | undefined;
}

/** One side's ranking: the best first with reasons, numbers on demand and one button each; then what stands in the way. */
export function Ranking({ ranked, blocked, eligibleCount, label, emptyTitle, reply }: RankingProps) {
  const { t } = useTranslation("matching");
  const words = useMatchWords();
  return (
    <>
      {ranked.length === 0 && <EmptyState title={emptyTitle}>{t("listing.noneText")}</EmptyState>}
      <RowList label={label}>
        {ranked.map((row) => (
          <Row
            key={row.id}
            to={row.to}
            title={row.title}
            detail={row.detail}
            status={<FitBadge word={row.explanation.word} />}
            actions={<RowActions row={row} reply={reply} />}
          >
            <RulingWords ruling={row.ruling} />
            {row.approval && "putBack" in row.approval && <PutBack fault={row.approval.putBack} />}
            <FitReasons explanation={row.explanation} />
            {row.plan}
            <PairDetails score={row.score} checks={row.checks} />
          </Row>
        ))}
      </RowList>
      {eligibleCount > ranked.length && (
        <p className="text-ink-soft">{t("listing.more", { shown: ranked.length, all: eligibleCount })}</p>
      )}
      {blocked.length > 0 && (
        <Disclosure summary={t("listing.blocked", { count: blocked.length })}>
          <RowList label={t("listing.blocked", { count: blocked.length })}>
            {blocked.map((row) => (
              <Row key={row.id} title={row.title} detail={row.blockers.map(words.blocker).join(" · ")} />
            ))}
          </RowList>
        </Disclosure>
      )}
    </>
  );
}

/**
 * A waiting approval says so; what somebody ruled out cannot be approved, and what is settled can be released. Why an
 * approval was refused is also said where its button has gone meanwhile.
 */
function RowActions({ row, reply }: { row: RankedRow; reply: FormReply | undefined }) {
  const { t } = useTranslation("matching");
  const own = reply?.values?.id === row.id ? reply : undefined;
  const waits = row.approval !== null && "waits" in row.approval;
  const stands = row.ruling?.ruling;
  const mayApprove = !waits && stands !== "forbidden";
  return (
    <div className="space-y-2">
      {mayApprove ? <ApproveButton row={row} reply={own} /> : <ErrorSummary errors={own?.errors} />}
      {waits && <Badge tone="wait">{t("board.decided.held")}</Badge>}
      {!waits && (stands === "forbidden" || stands === "locked") && (
        <RulingForm pair={row.pair} ruling={row.ruling} reply={reply} />
      )}
    </div>
  );
}

function ApproveButton({ row, reply }: { row: RankedRow; reply: FormReply | undefined }) {
  const { t } = useTranslation("matching");
  return (
    <Form reply={reply} className="space-y-2">
      <input type="hidden" name="intent" value="approve" />
      <input type="hidden" name="seen" value={row.ruling?.revision ?? 0} />
      <Button
        name="id"
        value={row.id}
        pendingText={t("board.approving")}
        aria-label={`${t("board.approve")}: ${row.title}`}
      >
        {t("board.approve")}
      </Button>
    </Form>
  );
}
