import { useTranslation } from "react-i18next";
import type { comparePlans } from "~/features/matching/compare-plans.server";
import { Notice } from "~/ui/notice";
import { PlanFiguresTable } from "~/ui/plan-figures";
import { SincePlan } from "~/ui/since-plan";
import { DifferingLocks } from "./differing-locks";
import { EnvyList } from "./envy-list";
import { OtherPlaces } from "./other-places";

type Comparison = Extract<Awaited<ReturnType<typeof comparePlans>>, { ok: true }>["value"];

const FIGURES = [
  "placed",
  "withoutPlace",
  "resting",
  "ownPlace",
  "topChoice",
  "pairs",
  "floor",
  "fifthPercentile",
  "median",
  "total",
] as const;

/** The plan on the board beside one of another kind, and who envies whom in the one on the board. */
export function OtherKind({ of }: { of: Comparison }) {
  const { t } = useTranslation("plans");
  const { boardMode, mode, compared, envy, envious, decidedSince } = of;
  const [first, second] = [t("compare.boardKind", { kind: t(`runs.mode.${boardMode}`) }), t(`runs.mode.${mode}`)];
  return (
    <>
      <SincePlan since={{ counted: 0, left: decidedSince }} />
      <dl className="max-w-text space-y-2">
        <div>
          <dt className="font-semibold">{first}</dt>
          <dd className="text-ink-soft">{t(`kind.for.${boardMode}`)}</dd>
        </div>
        <div>
          <dt className="font-semibold">{second}</dt>
          <dd className="text-ink-soft">{t(`kind.for.${mode}`)}</dd>
        </div>
      </dl>
      {compared.ok ? (
        <>
          <PlanFiguresTable
            rows={FIGURES.map((key) => ({ key, board: compared.value.first[key], other: compared.value.second[key] }))}
            other={second}
          />
          <DifferingLocks locks={compared.value.locks} first={first} second={second} />
          <OtherPlaces of={compared.value} first={first} second={second} />
        </>
      ) : (
        <Notice tone="wait">{t("compare.notKept")}</Notice>
      )}
      <EnvyList envy={envy} all={envious} mode={boardMode} />
    </>
  );
}
