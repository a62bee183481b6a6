import { useTranslation } from "react-i18next";
import type { comparePlans } from "~/features/matching/compare-plans.server";
import { Notice } from "~/ui/notice";
import { PlanFiguresTable } from "~/ui/plan-figures";
import { SincePlan } from "~/ui/since-plan";
import { EnvyList } from "./envy-list";
import { OtherPlaces } from "./other-places";

type Comparison = Extract<Awaited<ReturnType<typeof comparePlans>>, { ok: true }>["value"];

const FIGURES = ["placed", "topChoice", "pairs", "floor", "fifthPercentile", "median", "total"] as const;

/** The plan on the board beside one of another kind, and who envies whom in the one on the board. */
export function OtherKind({ compared }: { compared: Comparison }) {
  const { t } = useTranslation("plans");
  const { boardMode, mode, board, other, envy, envious, decidedSince } = compared;
  const [first, second] = [t("compare.boardKind", { kind: t(`runs.mode.${boardMode}`) }), t(`runs.mode.${mode}`)];
  return (
    <>
      <SincePlan since={{ counted: 0, left: decidedSince }} />
      <dl className="space-y-2">
        <div>
          <dt className="font-semibold">{first}</dt>
          <dd className="text-ink-soft">{t(`kind.for.${boardMode}`)}</dd>
        </div>
        <div>
          <dt className="font-semibold">{second}</dt>
          <dd className="text-ink-soft">{t(`kind.for.${mode}`)}</dd>
        </div>
      </dl>
      {other.ok ? (
        <>
          <PlanFiguresTable
            rows={FIGURES.map((key) => ({ key, board: board[key], other: other.value.numbers[key] }))}
            board={first}
            other={second}
          />
          <OtherPlaces of={other.value} first={first} second={second} />
        </>
      ) : (
        <Notice tone="stop" title={t("compare.refused")}>
          {t(`whatIf.fault.${other.reason}`)}
        </Notice>
      )}
      <EnvyList envy={envy} all={envious} mode={boardMode} />
    </>
  );
}
