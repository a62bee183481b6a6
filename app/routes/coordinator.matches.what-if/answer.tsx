import { useTranslation } from "react-i18next";
import type { Mode } from "~/domain/matching/mode";
import type { PlanRefusal } from "~/domain/matching/plan-types";
import type { WhatIfAnswer } from "~/features/matching/ask-what-if.server";
import { Row } from "~/ui/card";
import { LongRowList } from "~/ui/long-row-list";
import { useMoveWords } from "~/ui/move-words";
import { Notice } from "~/ui/notice";
import { Section } from "~/ui/page";
import { type FigureRow, PlanFiguresTable } from "~/ui/plan-figures";

/** Of students first, then of pairs where some have several: both, since a person thinks of students, and a plan adds up pairs. */
function figuresOf(before: WhatIfAnswer["before"], after: WhatIfAnswer["after"]): FigureRow[] {
  const rows: FigureRow[] = [{ key: "inPlan", board: before.placed, other: after.placed }];
  if (before.students && after.students)
    rows.push(
      { key: "floor", board: before.students.floor, other: after.students.floor },
      { key: "total", board: before.students.total, other: after.students.total },
      { key: "allPairs", board: before.pairs, other: after.pairs },
    );
  if (before.chosen > 0 || after.chosen > 0) rows.push({ key: "chosen", board: before.chosen, other: after.chosen });
  if (before.steps > 0 || after.steps > 0) rows.push({ key: "steps", board: before.steps, other: after.steps });
  rows.push(
    { key: "pairFloor", board: before.floor, other: after.floor },
    { key: "pairTotal", board: before.total, other: after.total },
  );
  return rows;
}

type Asked = { ok: false; reason: PlanRefusal } | { ok: true; value: WhatIfAnswer };

/** How many would move, or why it cannot be. Where a student has several places, also how many of those. */
export function InShort({ answer, mode }: { answer: Asked; mode: Mode }) {
  const { t } = useTranslation("plans");
  if (!answer.ok) return <Notice tone="stop">{t(`whatIf.fault.${answer.reason}`)}</Notice>;
  const { moves } = answer.value;
  const count = (of: "leaves" | "gets") => moves.reduce((sum, move) => sum + move[of].length, 0);
  return (
    <p className="font-semibold">
      {moves.length === 0 ? t("whatIf.same") : t("whatIf.moved", { count: moves.length })}
      {mode === "slate" && moves.length > 0 && ` ${t("whatIf.places", { lost: count("leaves"), won: count("gets") })}`}
    </p>
  );
}

/** The plan with the change beside the plan as it stands, and everybody who moves. */
export function Answer({ answer: { before, after, moves }, mode }: { answer: WhatIfAnswer; mode: Mode }) {
  const { t } = useTranslation("plans");
  const moveWords = useMoveWords();
  return (
    <Section title={t("whatIf.answer")}>
      <PlanFiguresTable rows={figuresOf(before, after)} other={t("whatIf.after")} />
      {moves.length > 0 && (
        <div className="mt-6">
          <LongRowList label={t("whatIf.answer")} items={moves}>
            {(move) => (
              <Row
                key={move.studentId}
                to={`/coordinator/matches/students/${move.studentId}`}
                title={move.student}
                detail={moveWords(move, mode)}
              />
            )}
          </LongRowList>
        </div>
      )}
    </Section>
  );
}
