import { type FormEvent, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { groupBy } from "~/domain/group-by";
import type { MatchFlag } from "~/domain/matching/flags";
import { Button } from "~/ui/button";
import { RowList } from "~/ui/card";
import { EmptyState } from "~/ui/empty-state";
import { Form } from "~/ui/form";
import { type FormReply, fieldId } from "~/ui/form-reply";
import { heldId } from "~/ui/held-bar";
import { LiveRegion } from "~/ui/live-region";
import { Notice } from "~/ui/notice";
import { Pagination } from "~/ui/pagination";
import { PlanFilters } from "./plan-filters";
import { KeyHelp, usePlanKeys } from "./plan-keys";
import { isOpen, type PlanMatch } from "./plan-match";
import { PlanRow } from "./plan-row";

interface PlanProps {
  plan: {
    rows: readonly PlanMatch[];
    only: MatchFlag | null;
    counts: Readonly<Record<MatchFlag, number>>;
    page: number;
    pages: number;
  };
  all: number;
  /** Approvals of whoever looks, which can still be undone. */
  held: number;
  planned: boolean;
  /** Decisions since that a new plan would count in. */
  decidedSince: number;
  reply: FormReply | undefined;
}

const APPROVALS = "approvals";

/** The pairs of the plan, student by student, best first; open ones can be ticked and approved together, each locked or ruled out. */
export function PlanList({ plan, all, held, planned, decidedSince, reply }: PlanProps) {
  const { t } = useTranslation(["board", "matching", "plans"]);
  const list = useRef<HTMLDivElement>(null);
  const { ticked, count, tickAll } = useTicks(list, plan.rows);
  const approve = useRef<HTMLDivElement>(null);
  const keys = usePlanKeys(list, approve);
  if (!planned) return <EmptyState title={t("matching:board.none")}>{t("matching:board.noneText")}</EmptyState>;
  if (all === 0)
    return <EmptyState title={t("matching:board.emptyPlan")}>{t("matching:board.emptyPlanText")}</EmptyState>;
  const firstOpen = plan.rows.find(isOpen);
  const own = reply?.values?.intent === "approve" || reply?.errors?.matchId ? reply : undefined;
  return (
    <div className="space-y-6">
      {/* The button for a new plan stands above, with its kinds. */}
      {decidedSince > 0 && <Notice tone="wait">{t("plans:since.left", { count: decidedSince })}</Notice>}
      <PlanFilters only={plan.only} counts={plan.counts} all={all} />
      <KeyHelp help={keys.help} />
      <Form id={APPROVALS} reply={own} preventScrollReset />
      {plan.rows.length === 0 && <p>{t("filter.none")}</p>}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: keys are a shorter way to the buttons of each row */}
      <div ref={list} onChange={count} onKeyDown={keys.onKeyDown}>
        <RowList label={t("matching:board.plan")}>
          {[...groupBy(plan.rows, ({ studentId }) => studentId)].map(([studentId, matches]) => (
            <PlanRow
              key={studentId}
              matches={matches as [PlanMatch, ...PlanMatch[]]}
              form={APPROVALS}
              tick={firstOpen && { id: fieldId("matchId"), matchId: firstOpen.id }}
              reply={reply}
            />
          ))}
        </RowList>
      </div>
      <Pagination page={plan.page} pages={plan.pages} />
      {(firstOpen || held > 0) && (
        <div
          ref={approve}
          className="sticky bottom-0 flex flex-wrap items-center gap-x-4 gap-y-2 border-t border-line bg-paper py-3"
        >
          {firstOpen && (
            <Button
              look="primary"
              form={APPROVALS}
              name="intent"
              value="approve"
              pendingText={t("matching:board.approving")}
            >
              {ticked.all > 0 ? t("tick.approve", { count: ticked.all }) : t("matching:board.approveSelected")}
            </Button>
          )}
          {firstOpen && tickAll && (
            <Button type="button" onClick={tickAll}>
              {t(ticked.all > 0 ? "tick.none" : "tick.all")}
            </Button>
          )}
          <LiveRegion shown={ticked.all > 0}>
            {ticked.all > 0 && t("tick.counts", { asked: ticked.asked, suggested: ticked.all - ticked.asked })}
            {ticked.all > ticked.students && ` ${t("tick.ofStudents", { count: ticked.students })}`}
          </LiveRegion>
          {held > 0 && (
            <a href={`#${heldId}`} className="py-1 text-accent underline decoration-1 underline-offset-4">
              {t("held.toUndo", { count: held })}
            </a>
          )}
        </div>
      )}
    </div>
  );
}

/** How many boxes are ticked, and how many of those pairs the student asked for. Without scripts nothing is counted. */
function useTicks(list: React.RefObject<HTMLDivElement>, rows: readonly PlanMatch[]) {
  const [ticked, setTicked] = useState({ all: 0, asked: 0, students: 0 });
  const [ready, setReady] = useState(false);
  useEffect(() => setReady(true), []);
  const boxes = () => [...(list.current?.querySelectorAll<HTMLInputElement>("input[name=matchId]") ?? [])];
  const count = () => {
    const on = boxes().filter((box) => box.checked);
    setTicked({
      all: on.length,
      asked: on.filter((box) => box.dataset.asked === "yes").length,
      students: new Set(on.map((box) => box.dataset.student)).size,
    });
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: rows that went took their ticks with them
  useEffect(count, [rows]);
  const tickAll = () => {
    const on = ticked.all === 0;
    for (const box of boxes()) box.checked = on;
    count();
  };
  return { ticked, count: (_: FormEvent) => count(), tickAll: ready ? tickAll : null };
}
