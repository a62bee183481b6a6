import { useTranslation } from "react-i18next";
import type { Mode } from "~/domain/matching/mode";
import type { PlanRefusal } from "~/domain/matching/plan-types";
import type { WhatIfAnswer } from "~/features/matching/ask-what-if.server";
import { Row, RowList } from "~/ui/card";
import { useMoveWords } from "~/ui/move-words";
import { Notice } from "~/ui/notice";
import { Section } from "~/ui/page";
import { PlanFiguresTable } from "~/ui/plan-figures";

type Asked = { ok: false; reason: PlanRefusal } | { ok: true; value: WhatIfAnswer };

/** How many would move, or why it cannot be. */
export function InShort({ answer }: { answer: Asked }) {
  const { t } = useTranslation("plans");
  if (!answer.ok) return <Notice tone="stop">{t(`whatIf.fault.${answer.reason}`)}</Notice>;
  const { moves } = answer.value;
  return (
    <p className="font-semibold">
      {moves.length === 0 ? t("whatIf.same") : t("whatIf.moved", { count: moves.length })}
    </p>
  );
}

/** The plan with the change beside the plan as it stands, and everybody who moves. */
export function Answer({ answer: { before, after, moves }, mode }: { answer: WhatIfAnswer; mode: Mode }) {
  const { t } = useTranslation("plans");
  const moveWords = useMoveWords();
  return (
    <Section title={t("whatIf.answer")}>
      <PlanFiguresTable
        rows={[
          { key: "inPlan", board: before.placed, other: after.placed },
          ...(mode === "slate" ? [{ key: "pairs", board: before.pairs, other: after.pairs } as const] : []),
          { key: "pairFloor", board: before.floor, other: after.floor },
          { key: "pairTotal", board: before.total, other: after.total },
        ]}
        other={t("whatIf.after")}
      />
      {moves.length > 0 && (
        <div className="mt-6">
          <RowList label={t("whatIf.answer")}>
            {moves.map((move) => (
              <Row
                key={move.studentId}
                to={`/coordinator/matches/students/${move.studentId}`}
                title={move.student}
                detail={moveWords(move, mode)}
              />
            ))}
          </RowList>
        </div>
      )}
    </Section>
  );
}
